using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Data;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Domain.Publishing;
using SocialSelling.Instagram.Domain.Webhooks;
using SocialSelling.Instagram.Options;

namespace SocialSelling.Instagram.Workers;

/// <summary>The publish call, and finding out what became of one whose answer was lost. Nothing is published twice.</summary>
internal sealed class PublishSteps(
    InstagramDbContext db, GraphClient graph, AccountTokens tokens, PublicationEnd end, TimeProvider clock, IOptions<PublishingOptions> options)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    public async Task PublishAsync(MediaPublication publication, AccountToken token, CancellationToken ct)
    {
        publication.BeginPublishing(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        var form = new Dictionary<string, string> { ["creation_id"] = publication.ContainerId! };
        var reply = await graph.PostFormAsync($"{token.PlatformAccountId}/media_publish", token.AccessToken, form, ct);
        if (reply.IsOk && reply.Body.Id("id") is { } mediaId)
        {
            end.Published(publication, mediaId, await PermalinkAsync(mediaId, token, ct));
            return;
        }

        end.Log(publication, "publishing", reply);
        Refused(publication, reply.IsOk ? PublishErrorTable.Unknown : reply.Judge(PublishErrorTable.Decide, PublishErrorTable.Unknown));
    }

    /// <summary>The container knows whether it was published.</summary>
    public async Task FindOutAsync(MediaPublication publication, AccountToken token, CancellationToken ct)
    {
        var reply = await graph.GetAsync($"{publication.ContainerId}?fields=status_code,status", token.AccessToken, ct);
        var status = reply.IsOk ? reply.Body.Text("status_code") : null;
        if (status == "PUBLISHED" && await FindMediaAsync(publication, token, ct) is { } media)
        {
            end.Published(publication, media.Id, media.Permalink);
        }
        else if (status is "FINISHED" or "IN_PROGRESS" && publication.Looks + 1 >= options.Value.OutcomeLooks && !end.IsTooOld(publication))
        {
            publication.PublishRefused(clock.GetUtcNow());
        }
        else if (status == "ERROR")
        {
            end.Apply(publication, PublishErrorTable.DecideContainer(reply.Body.Text("status")));
        }
        else if (status == "EXPIRED")
        {
            publication.StartOver(clock.GetUtcNow());
        }
        else
        {
            KeepLooking(publication, reply);
        }
    }

    private void Refused(MediaPublication publication, Verdict verdict)
    {
        var now = clock.GetUtcNow();
        switch (verdict.Kind)
        {
            case VerdictKind.Final:
                end.Fail(publication, verdict);
                break;
            case VerdictKind.NotReady:
                publication.PublishRefused(now + options.Value.ContainerPoll);
                break;
            case VerdictKind.Reconnect or VerdictKind.StartOver:
                end.Apply(publication, verdict);
                break;
            default:
                // Even an error that says nothing happened is checked against the container before the call is repeated.
                publication.LookAgain(now + options.Value.OutcomePoll);
                break;
        }
    }

    private void KeepLooking(MediaPublication publication, GraphReply reply)
    {
        if (reply.Outcome == GraphOutcome.Refused && Verdicts.Common(reply.Refusal) == Verdicts.Reconnect)
        {
            tokens.Drop(publication.AccountId);
        }

        if (end.IsTooOld(publication))
        {
            end.Fail(publication, PublishErrorTable.Unknown);
            return;
        }

        publication.LookAgain(clock.GetUtcNow() + options.Value.OutcomePoll);
    }

    private async Task<string?> PermalinkAsync(string mediaId, AccountToken token, CancellationToken ct)
    {
        var reply = await graph.GetAsync($"{mediaId}?fields=id,permalink", token.AccessToken, ct);
        return reply.IsOk ? reply.Body.Text("permalink") : null;
    }

    /// <summary>The publish answer with the media's id was lost: it is the new one with this caption that belongs to no other post.</summary>
    private async Task<(string Id, string? Permalink)?> FindMediaAsync(MediaPublication publication, AccountToken token, CancellationToken ct)
    {
        var reply = await graph.GetAsync($"{token.PlatformAccountId}/media?fields=id,caption,timestamp,permalink&limit=25", token.AccessToken, ct);
        if (!reply.IsOk || reply.Body.Array("data") is not { } list)
        {
            return null;
        }

        var since = (publication.PublishingAt ?? publication.CreatedAt) - ClockTolerance;
        var candidates = list.EnumerateArray().Where(m => PublishedAt(m) >= since && SameCaption(m, publication) && m.Id("id") is not null).ToList();
        var ids = candidates.ConvertAll(m => m.Id("id")!);
        var taken = await db.MediaPublications.Where(p => p.PlatformMediaId != null && ids.Contains(p.PlatformMediaId)).Select(p => p.PlatformMediaId!).ToListAsync(ct);
        var free = candidates.FindAll(m => !taken.Contains(m.Id("id")!));
        return free.Count == 0 ? null : (free[0].Id("id")!, free[0].Text("permalink"));
    }

    private static bool SameCaption(JsonElement media, MediaPublication publication) =>
        string.Equals((media.Text("caption") ?? "").Trim(), (publication.Caption ?? "").Trim(), StringComparison.Ordinal);

    private static DateTimeOffset? PublishedAt(JsonElement media) =>
        DateTimeOffset.TryParseExact(media.Text("timestamp"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
