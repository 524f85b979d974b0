using SocialSelling.MetaSimulator.Faults;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>`POST /{IG_ID}/media` for one picture: fetched at call time, then processed for a while.</summary>
internal sealed class CreateContainer(World world, MediaFetcher fetcher, FaultStore faults, TimeProvider clock) : IGraphEndpoint
{
    private const int MostContainersADay = 400;
    private const int LongestAltText = 1_000;
    private const int StandardFailure = 2207026;

    public async Task<IResult> HandleAsync(GraphCall call, CancellationToken ct)
    {
        if (call.Parameters["media_type"] is not (null or "IMAGE"))
        {
            CallContext.Of(call.Http).Unimplemented = true;
            return PublishErrors.MediaType();
        }

        if (call.Parameters["image_url"] is not { Length: > 0 } address)
        {
            return GraphErrors.Parameter("The parameter image_url is required");
        }

        var caption = call.Parameters["caption"] ?? "";
        var altText = call.Parameters["alt_text"] ?? "";
        if (!CaptionRules.Allow(caption))
        {
            return PublishErrors.Caption();
        }

        if (altText.Length > LongestAltText)
        {
            return GraphErrors.Parameter("Param alt_text must be at most 1000 characters");
        }

        var (image, error) = await fetcher.FetchAsync(address, ct);
        return image is null ? error! : Store(call.Account, image, caption, altText);
    }

    private IResult Store(Account account, StoredImage image, string caption, string altText)
    {
        var now = clock.GetUtcNow();
        var fault = faults.TakeContainer();
        lock (world.Gate)
        {
            if (Account.CountSince(account.ContainerTimes, now.AddDays(-1)) >= MostContainersADay)
            {
                return PublishErrors.Quota();
            }

            var ready = now.AddSeconds(world.Switches.ContainerSeconds);
            var container = new MediaContainer(account, caption, altText, world.Images.Add(image), now, ready)
            {
                NeverFinishes = fault?.Kind == FaultKinds.ContainerStuck,
                FailsWith = fault?.Kind == FaultKinds.ContainerError ? fault.Subcode ?? StandardFailure : null,
            };
            account.ContainerTimes.Add(now);
            world.Containers.Add(container.Id, container);
            return GraphAnswers.Id(container.Id);
        }
    }
}
