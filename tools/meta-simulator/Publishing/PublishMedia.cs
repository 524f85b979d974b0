using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>`POST /{IG_ID}/media_publish?creation_id=…`: a container becomes a post once and never twice.</summary>
internal sealed class PublishMedia(World world, TimeProvider clock) : IGraphEndpoint
{
    public Task<IResult> HandleAsync(GraphCall call, CancellationToken ct) => Task.FromResult(Publish(call));

    private IResult Publish(GraphCall call)
    {
        if (call.Parameters["creation_id"] is not { Length: > 0 } id)
        {
            return GraphErrors.Parameter("The parameter creation_id is required");
        }

        lock (world.Gate)
        {
            var now = clock.GetUtcNow();
            if (world.Containers.Find(id) is not { } container || container.Account != call.Account)
            {
                return PublishErrors.UnknownContainer();
            }

            if (Refusal(container.StatusAt(now)) is { } refusal)
            {
                return refusal;
            }

            if (Account.CountSince(call.Account.PublishTimes, now.AddDays(-1)) >= world.Switches.PublishQuota)
            {
                return PublishErrors.Quota();
            }

            var media = new PublishedMedia(Ids.Media(), call.Account, Ids.Shortcode(), container.Caption, container.AltText, container.Image, now);
            container.Published = media;
            call.Account.PublishTimes.Add(now);
            call.Account.Add(media);
            world.Media.Add(media.Id, media);
            return GraphAnswers.Id(media.Id);
        }
    }

    private static GraphError? Refusal(string status) => status switch
    {
        ContainerStatus.Finished => null,
        ContainerStatus.Expired => PublishErrors.DownloadExpired(),
        ContainerStatus.Error => PublishErrors.MediaNotFound(),
        _ => PublishErrors.NotReady(),
    };
}
