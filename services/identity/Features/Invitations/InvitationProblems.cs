using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Invitations;

internal static class InvitationProblems
{
    public static ProblemHttpResult NotFound() => Problems.NotFound(
        "INVITE_001", "This invitation is not good any more: it was used or revoked, or a newer mail has replaced it. Look for the newest mail, or ask for another.");

    public static ProblemHttpResult Expired() => Problems.NotFound("INVITE_002", "The invitation has expired. Ask whoever sent it for a new one.");

    public static ProblemHttpResult OtherAddress() => Problems.Forbidden(
        "INVITE_003", "The invitation is for another e-mail address. Sign in with the account of that address.");

    public static ProblemHttpResult AlreadyMember() => Problems.Conflict("INVITE_004", "This person is a member of the workspace already.");

    public static ProblemHttpResult AlreadyInvited() => Problems.Conflict(
        "INVITE_005", "An invitation to this address waits for its answer. Resend it, or revoke it first.");

    public static ProblemHttpResult TooManyToday() => Problems.TooManyRequests(
        ErrorCodes.RateLimited, "The workspace has sent as many invitations as it may within a day. Try again tomorrow.", TimeSpan.FromHours(24));

    public static ProblemHttpResult TooManyMails() => Problems.TooManyRequests(
        ErrorCodes.RateLimited, "This invitation was sent as often as it may be. Revoke it and write another.", TimeSpan.FromHours(24));

    public static ProblemHttpResult TooSoon(TimeSpan wait) => Problems.TooManyRequests(
        ErrorCodes.RateLimited, "The invitation was sent a moment ago. Give the mail some time to arrive.", wait);
}
