using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Invitations;

/// <summary>Sends an invitation, in the unit of work: the link's token is known to the mail only.</summary>
internal sealed class InvitationMail(
    IdentityDbContext db, MailQueue mails, AccountLinks links, IOptions<InvitationOptions> options, TimeProvider clock)
{
    public async Task AddAsync(Invitation invitation, Workspace workspace, Guid inviterId, CancellationToken ct)
    {
        var inviter = await db.Users.AsNoTracking().SingleAsync(user => user.Id == inviterId, ct);
        var language = await db.Users.Where(user => user.EmailKey == invitation.EmailKey).Select(user => user.Language).SingleOrDefaultAsync(ct);
        var secret = RefreshTokenSecret.Create();
        invitation.Send(secret.Hash(), clock.GetUtcNow(), options.Value.Lifetime);
        mails.Add(
            "invitation", language ?? inviter.Language,
            new MailContent(invitation.Email, new Dictionary<string, string>
            {
                ["workspace"] = workspace.Name,
                ["inviter"] = inviter.Name,
                ["link"] = links.Invitation(secret.Encode()),
                ["expires"] = invitation.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
            }),
            workspace.Id);
    }
}
