using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>`GET /{node}/insights` of an account or one of its posts.</summary>
internal sealed class ReadInsights(World world, AccountInsights account, MediaInsights media) : IGraphEndpoint
{
    public Task<IResult> HandleAsync(GraphCall call, CancellationToken ct)
    {
        if (call.IsOwnAccount)
        {
            return Task.FromResult(account.Read(call));
        }

        PublishedMedia? post;
        lock (world.Gate)
        {
            post = world.Media.Find(call.Node);
        }

        return Task.FromResult(post?.Account == call.Account ? media.Read(call, post) : GraphErrors.Missing(call.Node));
    }
}
