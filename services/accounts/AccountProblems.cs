using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Accounts;

/// <summary>Every way this service says no.</summary>
internal static class AccountProblems
{
    public static ProblemHttpResult NotFound() => Problems.NotFound("ACCOUNT_001", "There is no such account in this workspace.");

    public static ProblemHttpResult Confined() => Problems.Forbidden(
        ErrorCodes.Forbidden, "You see only some accounts of this workspace, and so cannot connect others. Ask somebody who sees all.");

    public static ProblemHttpResult NotConnected() => Problems.NotFound("IG_003", "The account is not connected.");

    public static ProblemHttpResult InvalidState() => Problems.BadRequest(
        "OAUTH_003", "This connection has expired or was used already. Begin again from the list of accounts.");

    public static ProblemHttpResult Denied() => Problems.BadRequest(
        "OAUTH_001", "The account was not connected, because access was declined on Instagram. Begin again and choose Allow to connect it.");

    public static ProblemHttpResult CodeRefused() => Problems.BadRequest(
        "OAUTH_001", "Instagram did not accept the login. Begin again; a login page that stood open for long is no longer good.");

    public static ProblemHttpResult ProfileNotGranted() => Problems.BadRequest(
        "OAUTH_001", "Instagram gave no access to the account's profile. Begin again and leave all permissions ticked; the account must be a professional one.");

    public static ProblemHttpResult InstagramUnavailable() => Problems.Create(
        StatusCodes.Status500InternalServerError, "IG_001", "Instagram does not answer at the moment. Try again in a few minutes.");

    public static ProblemHttpResult ConnectedElsewhere() => Problems.Conflict(
        "IG_004", "This account is connected to another workspace. It has to be disconnected there first.");
}
