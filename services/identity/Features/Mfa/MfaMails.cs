using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>What a user is told about second factors. Call before the one <c>SaveChangesAsync</c>.</summary>
internal sealed class MfaMails(MailQueue mails, AccountLinks links, IHttpContextAccessor http)
{
    /// <summary>Something was added, removed or used up.</summary>
    public void Changed(User user) => Add("mfa-changed", user);

    /// <summary>Somebody knows the password and has had too many wrong codes.</summary>
    public void Guessed(User user) => Add("mfa-guessed", user);

    private void Add(string template, User user)
    {
        var request = http.HttpContext;
        mails.Add(template, user.Language, new(user.Email, new Dictionary<string, string>
        {
            ["name"] = user.Name,
            ["timezone"] = user.Timezone,
            ["address"] = request?.Connection.RemoteIpAddress?.ToString() ?? "",
            ["device"] = request?.Request.Headers.UserAgent.ToString() ?? "",
            ["link"] = links.ForgotPassword(),
        }));
    }
}
