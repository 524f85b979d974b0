using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>`GET /{IG_ID}/content_publishing_limit?fields=quota_usage,config`.</summary>
internal sealed class PublishingLimit(World world, TimeProvider clock) : IGraphEndpoint
{
    private const int Day = 86_400;

    public Task<IResult> HandleAsync(GraphCall call, CancellationToken ct)
    {
        lock (world.Gate)
        {
            var all = new JsonObject
            {
                ["quota_usage"] = Account.CountSince(call.Account.PublishTimes, clock.GetUtcNow().AddSeconds(-Day)),
                ["config"] = new JsonObject { ["quota_total"] = world.Switches.PublishQuota, ["quota_duration"] = Day },
            };
            var (node, error) = FieldSelection.Parse(call.Parameters["fields"] ?? "quota_usage").Project(all, "IGContentPublishingLimit");
            return Task.FromResult(node is null ? error! : GraphAnswers.Json(new JsonObject { ["data"] = new JsonArray(node) }));
        }
    }
}
