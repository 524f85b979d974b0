using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;

namespace SocialSelling.Identity.Features.Sessions;

/// <summary>Tells the user by mail of a login from a device at an address where none was before: a thief's first login looks like that.</summary>
internal sealed class NewLoginNotice(IdentityDbContext db, MailQueue mails, AccountLinks links)
{
    public async Task AddAsync(User user, Session session, CancellationToken ct)
    {
        if (await db.Sessions.AnyAsync(
            known => known.UserId == user.Id && known.Device == session.Device && known.Address == session.Address, ct))
        {
            return;
        }

        mails.Add("new-login", user.Language, new MailContent(user.Email, new Dictionary<string, string>
        {
            ["name"] = user.Name,
            ["device"] = session.Device,
            ["address"] = session.Address ?? "?",
            ["timezone"] = user.Timezone,
            ["link"] = links.ForgotPassword(),
        }));
    }
}
