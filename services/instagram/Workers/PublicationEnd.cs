using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Clients;
using SocialSelling.Instagram.Domain;
using SocialSelling.Instagram.Domain.Publishing;
using SocialSelling.Instagram.Options;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.Instagram.Workers;

/// <summary>Ends publications, and decides what a refusal means for one.</summary>
internal sealed partial class PublicationEnd(
    IEventOutbox outbox, AccountTokens tokens, InstagramMetrics metrics, TimeProvider clock, IOptions<PublishingOptions> options, ILogger<PublicationEnd> logger)
{
    private const int MaxDoublings = 8;

    public bool IsTooOld(MediaPublication publication) => clock.GetUtcNow() - publication.CreatedAt > options.Value.GiveUpAfter;

    public void Published(MediaPublication publication, string mediaId, string? permalink)
    {
        publication.MarkPublished(mediaId, permalink, clock.GetUtcNow());
        metrics.Published("published");
        outbox.Add(new InstagramMediaPublished
        {
            WorkspaceId = publication.WorkspaceId,
            AccountId = publication.AccountId,
            PostId = publication.PostId,
            PlatformMediaId = mediaId,
            Permalink = permalink,
            OccurredAt = clock.GetUtcNow(),
        });
    }

    public void Fail(MediaPublication publication, Verdict verdict)
    {
        publication.Fail(verdict.Code, verdict.Reason, clock.GetUtcNow());
        metrics.Published("failed", verdict.Code);
        outbox.Add(new InstagramMediaPublishFailed
        {
            WorkspaceId = publication.WorkspaceId,
            AccountId = publication.AccountId,
            PostId = publication.PostId,
            Code = verdict.Code,
            Reason = verdict.Reason,
            OccurredAt = clock.GetUtcNow(),
        });
    }

    /// <summary>For everything that happens before the publish call, where trying again can do no harm.</summary>
    public void Apply(MediaPublication publication, Verdict verdict)
    {
        var next = clock.GetUtcNow() + (options.Value.RetryDelay * Math.Pow(2, Math.Min(publication.Attempts, MaxDoublings)));
        switch (verdict.Kind)
        {
            case VerdictKind.Reconnect when publication.Attempts == 0:
                // The kept token may be an old one: ask the accounts service for the present one, once.
                tokens.Drop(publication.AccountId);
                publication.TryAgain(clock.GetUtcNow());
                break;
            case VerdictKind.Final or VerdictKind.Reconnect:
            case var _ when publication.Attempts >= options.Value.MaxAttempts || IsTooOld(publication):
                Fail(publication, verdict);
                break;
            case VerdictKind.StartOver:
                publication.StartOver(next);
                break;
            default:
                publication.TryAgain(next);
                break;
        }
    }

    public void Log(MediaPublication publication, string step, GraphReply reply) =>
        LogRefused(logger, publication.PostId, step, reply.Outcome, reply.Refusal.Code, reply.Refusal.Subcode, reply.TraceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {PostId}: {Step} gave {Outcome}, Meta's code {Code}/{Subcode}, trace {TraceId}")]
    private static partial void LogRefused(ILogger logger, Guid postId, string step, GraphOutcome outcome, int code, int subcode, string? traceId);
}
