using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Sealing;
using MailRow = SocialSelling.Identity.Domain.Mail;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>One attempt to send one mail, and what becomes of it.</summary>
internal sealed partial class MailDispatch(
    IdentityDbContext db, MailTemplates templates, MailSender sender, SecretSealer sealer, MailMetrics metrics, IOptions<MailOptions> options,
    TimeProvider clock, ILogger<MailDispatch> logger)
{
    private const int RefusalsBelieved = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The mail must have been claimed; it is not cancelled by a shutdown, which waits for it.</summary>
    public async Task SendAsync(Guid id)
    {
        if (await db.Mails.SingleOrDefaultAsync(mail => mail.Id == id) is not { } mail)
        {
            return;
        }

        if (Open(mail) is not { } content)
        {
            // Its master key is not configured: perhaps not yet, or no longer.
            Retry(mail, "unreadable", refused: false);
        }
        else if (MailValues.ExpiryOf(content.Values) <= clock.GetUtcNow())
        {
            Fail(mail, "expired");
        }
        else if (templates.Render(mail.Template, mail.Language, content.Values, mail.RequestedAt) is not { } text)
        {
            Fail(mail, "no_template");
        }
        else
        {
            await SendAsync(mail, content.To, text);
        }

        await db.SaveChangesAsync();
    }

    public void Fail(MailRow mail, string reason)
    {
        mail.Fail(reason, clock.GetUtcNow());
        metrics.Counted("failed");
        LogFailed(mail.Id, mail.Template, reason);
    }

#pragma warning disable CA1031 // Whatever the client throws, the mail is not lost.
    private async Task SendAsync(MailRow mail, string to, MailText text)
    {
        try
        {
            await sender.SendAsync(mail.Id, to, text);
            mail.Sent(clock.GetUtcNow());
            metrics.Counted("sent");
        }
        catch (Exception error)
        {
            Retry(mail, MailSender.CodeOf(error), MailSender.IsRefusal(error));
        }
    }
#pragma warning restore CA1031

    // One who refuses is asked a few times more: a server that is set up wrongly says the same of everybody.
    private void Retry(MailRow mail, string code, bool refused)
    {
        var now = clock.GetUtcNow();
        if ((refused && mail.Attempts >= RefusalsBelieved) || now - mail.RequestedAt > options.Value.GiveUpAfter)
        {
            Fail(mail, code);
            return;
        }

        mail.Retry(code, now + WaitAfter(mail.Attempts));
        metrics.Counted("retried");
        LogRetried(mail.Id, mail.Template, code, mail.Attempts);
    }

    private static TimeSpan WaitAfter(int attempts)
    {
        var full = Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 20)));
#pragma warning disable CA5394 // Jitter guards nothing.
        return TimeSpan.FromSeconds(full * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }

    private MailContent? Open(MailRow mail)
    {
        try
        {
            var plain = sealer.Open(new SealedSecret(mail.SealingKeyId!, mail.SealedContent!), MailContent.Context(mail.Id));
            return JsonSerializer.Deserialize<MailContent>(plain);
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {MailId} ({Template}) was not taken: {Code}; attempt {Attempt}, it is tried again.")]
    private partial void LogRetried(Guid mailId, string template, string code, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {MailId} ({Template}) is given up: {Reason}.")]
    private partial void LogFailed(Guid mailId, string template, string reason);
}
