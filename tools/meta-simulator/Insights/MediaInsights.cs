using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>`GET /{MEDIA}/insights` of a picture in the feed: always `lifetime`.</summary>
internal sealed class MediaInsights(TimeProvider clock)
{
    public IResult Read(GraphCall call, PublishedMedia media)
    {
        var names = call.Parameters.List("metric");
        if (names.Count == 0)
        {
            return InsightErrors.NoMetric();
        }

        var data = new JsonArray();
        foreach (var (index, name) in names.Index())
        {
            if (!MediaNumbers.Knows(name))
            {
                return InsightErrors.UnknownMetric(index, MediaNumbers.Metrics);
            }

            data.Add(Describe(media, name));
        }

        return call.Parameters["breakdown"] is not null ? GraphErrors.Unknown() : GraphAnswers.Json(new JsonObject { ["data"] = data });
    }

    private JsonObject Describe(PublishedMedia media, string metric) => new()
    {
        ["name"] = metric,
        ["period"] = "lifetime",
        ["values"] = new JsonArray(new JsonObject { ["value"] = MediaNumbers.Of(media, metric, clock.GetUtcNow()) }),
        ["title"] = metric,
        ["description"] = metric,
        ["id"] = $"{media.Id}/insights/{metric}/lifetime",
    };
}
