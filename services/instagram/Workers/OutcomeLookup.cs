using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain.Sending;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>Reads the conversation at Meta: found means sent; not found, more than once, means that it may be sent again.</summary>
internal sealed class OutcomeLookup(
    InstagramDbContext db, AccountTokens tokens, ConversationReader conversations, MessageDispatch dispatch, TimeProvider clock, IOptions<SendingOptions> options)
{
    /// <summary>Meta's times are in seconds and by its own clock.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    public async Task ResolveAsync(Guid messageId, CancellationToken ct)
    {
        var message = await db.OutboundMessages.SingleAsync(m => m.MessageId == messageId, ct);
        if (message.State != OutboundState.Unknown)
        {
            return;
        }

        var candidates = await FindAsync(message, ct);
        if (candidates is null)
        {
            Postpone(message);
        }
        else if (await FirstUnknownAsync(message.AccountId, candidates, ct) is { } mid)
        {
            dispatch.Sent(message, mid);
        }
        else
        {
            NotFound(message);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<List<string>?> FindAsync(OutboundMessage message, CancellationToken ct)
    {
        var (token, _) = await tokens.GetAsync(message.AccountId, ct);
        var since = (message.SendingAt ?? message.CreatedAt) - ClockTolerance;
        return token is null ? null : await conversations.FindAsync(token, message.ContactPlatformId, message.Text, since, ct);
    }

    /// <summary>An equal text that was sent before, or typed in the phone app, has been accounted for.</summary>
    private async Task<string?> FirstUnknownAsync(Guid accountId, List<string> mids, CancellationToken ct)
    {
        var ours = await db.OutboundMessages.Where(m => m.AccountId == accountId && m.PlatformMessageId != null && mids.Contains(m.PlatformMessageId))
            .Select(m => m.PlatformMessageId!).ToListAsync(ct);
        var echoed = await db.ReceivedMessages.Where(m => m.AccountId == accountId && mids.Contains(m.Mid)).Select(m => m.Mid).ToListAsync(ct);
        return mids.Find(mid => !ours.Contains(mid) && !echoed.Contains(mid));
    }

    private void Postpone(OutboundMessage message)
    {
        var now = clock.GetUtcNow();
        if (now - message.CreatedAt < options.Value.GiveUpAfter)
        {
            message.Postpone(now + options.Value.LookupInterval);
        }
        else
        {
            dispatch.Fail(message, SendErrorTable.Unknown);
        }
    }

    private void NotFound(OutboundMessage message)
    {
        var now = clock.GetUtcNow();
        if (message.Lookups + 1 < options.Value.Lookups)
        {
            message.MarkNotFound(now + options.Value.LookupInterval);
        }
        else if (message.Attempts < options.Value.MaxUnknownAttempts && now - message.CreatedAt < options.Value.GiveUpAfter)
        {
            message.Requeue(now);
        }
        else
        {
            dispatch.Fail(message, SendErrorTable.Unknown);
        }
    }
}
