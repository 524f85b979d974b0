namespace SocialSelling.Identity.Features.Mfa;

/// <summary>A login whose password was right and that waits for the second factor.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="PasswordMark">The password that was given; see <c>User.PasswordMark</c>.</param>
/// <param name="LastAttempt">Whether this is the last try it has.</param>
internal sealed record PendingLogin(Guid UserId, byte[] PasswordMark, bool LastAttempt);
