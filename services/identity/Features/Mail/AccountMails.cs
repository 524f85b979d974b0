using System.Globalization;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>The mails that tell a user of their own account. Call before the one <c>SaveChangesAsync</c>.</summary>
internal sealed class AccountMails(MailQueue queue, AccountLinks links, IHttpContextAccessor http)
{
    public void VerifyEmail(User user, string token, DateTimeOffset expires) =>
        Add("verify-email", user, user.Email, ("link", links.VerifyEmail(token)), Expires(expires));

    public void ResetPassword(User user, string token, DateTimeOffset expires) =>
        Add("reset-password", user, user.Email, ("link", links.ResetPassword(token)), Expires(expires));

    public void PasswordChanged(User user) =>
        Add("password-changed", user, user.Email, [("link", links.ForgotPassword()), .. Whereabouts()]);

    public void Locked(User user, DateTimeOffset until) =>
        Add("account-locked", user, user.Email, [("link", links.ForgotPassword()), Expires(until), .. Whereabouts()]);

    public void ChangeEmail(User user, string newEmail, string token, DateTimeOffset expires) =>
        Add("change-email", user, newEmail, ("link", links.ChangeEmail(token)), Expires(expires));

    public void EmailChangeRequested(User user) => Add("email-change-requested", user, user.Email, ("link", links.ForgotPassword()));

    public void EmailChanged(User user, string oldEmail) => Add("email-changed", user, oldEmail);

    private void Add(string template, User user, string to, params (string Name, string Value)[] values) => queue.Add(
        template, user.Language, new MailContent(
            to, new Dictionary<string, string>(values.Select(value => KeyValuePair.Create(value.Name, value.Value)))
            {
                ["name"] = user.Name,
                ["timezone"] = user.Timezone,
            }));

    private static (string Name, string Value) Expires(DateTimeOffset moment) => ("expires", moment.ToString("O", CultureInfo.InvariantCulture));

    private IEnumerable<(string Name, string Value)> Whereabouts()
    {
        if (http.HttpContext is { } request)
        {
            yield return ("address", request.Connection.RemoteIpAddress?.ToString() ?? "");
            yield return ("device", request.Request.Headers.UserAgent.ToString());
        }
    }
}
