using System.Text.Json;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Outbox;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>Asks for mails: the request is committed with the change it tells of, and travels over the bus with its content sealed.</summary>
internal sealed class MailQueue(IEventOutbox outbox, SecretSealer sealer, TimeProvider clock)
{
    /// <summary>Call it before the one <c>SaveChangesAsync</c>.</summary>
    /// <param name="template">Name of the template.</param>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="content">To whom, and the values of the template.</param>
    /// <param name="workspaceId">The workspace it is about, where there is one.</param>
    public void Add(string template, string language, MailContent content, Guid? workspaceId = null)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var secret = sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(content), MailContent.Context(id));
        outbox.Add(new MailRequested
        {
            MailId = id,
            WorkspaceId = workspaceId,
            Template = template,
            Language = language,
            SealingKeyId = secret.KeyId,
            SealedContent = Convert.ToBase64String(secret.Bytes),
            OccurredAt = now,
        });
    }
}
