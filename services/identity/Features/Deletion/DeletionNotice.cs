using System.Globalization;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Deletion;

/// <summary>
/// Tells the user that the account is closed, and until when the link takes that back. The link needs no password: whoever deletes somebody
/// else's account may have changed it before.
/// </summary>
internal sealed class DeletionNotice(MailQueue mails, OneTimeTokens tokens, AccountLinks links, IOptions<DeletionOptions> options)
{
    /// <summary>Returns the end of the period of grace.</summary>
    public DateTimeOffset Add(User user, DateTimeOffset now)
    {
        var grace = options.Value.GracePeriod;
        var erasedAfter = now + grace;
        var values = new Dictionary<string, string>
        {
            ["name"] = user.Name,
            ["expires"] = erasedAfter.ToString("O", CultureInfo.InvariantCulture),
            ["timezone"] = user.Timezone,
        };
        if (grace > TimeSpan.Zero)
        {
            values["link"] = links.RestoreAccount(tokens.Create(TokenPurpose.RestoreAccount, user.Id, payload: null, grace));
        }

        mails.Add("account-deletion", user.Language, new MailContent(user.Email, values));
        return erasedAfter;
    }
}
