using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>Addresses in mails. A token stands in the fragment, which browsers send to nobody: it is in no log.</summary>
internal sealed class AccountLinks(IOptions<PublicOptions> options)
{
    private readonly string root = options.Value.BaseUrl.TrimEnd('/') + "/account/";

    public string VerifyEmail(string token) => $"{root}verify-email#token={token}";

    public string ResetPassword(string token) => $"{root}reset-password#token={token}";

    /// <summary>Where a reset is asked for.</summary>
    public string ForgotPassword() => $"{root}reset-password";

    public string ChangeEmail(string token) => $"{root}change-email#token={token}";

    public string Invitation(string token) => $"{root}invitation#token={token}";

    public string RestoreAccount(string token) => $"{root}restore#token={token}";

    public string Export(Guid id) => $"{root}export#id={id}";
}
