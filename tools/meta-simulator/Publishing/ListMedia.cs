using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>`GET /{IG_ID}/media`: newest first, with cursors and `since`/`until`.</summary>
internal sealed class ListMedia(World world, MediaNode node) : IGraphEndpoint
{
    public Task<IResult> HandleAsync(GraphCall call, CancellationToken ct)
    {
        lock (world.Gate)
        {
            var since = call.Parameters.Number("since") is { } from ? DateTimeOffset.FromUnixTimeSeconds(from) : DateTimeOffset.MinValue;
            var until = call.Parameters.Number("until") is { } to ? DateTimeOffset.FromUnixTimeSeconds(to) : DateTimeOffset.MaxValue;
            var posts = call.Account.Media.Reverse().Where(post => post.PublishedAt >= since && post.PublishedAt <= until).ToList();
            var asked = FieldSelection.Parse(call.Parameters["fields"] ?? "id");
            var (page, error) = CursorPage.Of(call, posts, post => asked.Project(node.Describe(post, call.Http.Request), "IGMedia"));
            return Task.FromResult(page is null ? error! : GraphAnswers.Json(page));
        }
    }
}
