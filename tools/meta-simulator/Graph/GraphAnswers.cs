using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialSelling.MetaSimulator.Graph;

internal static class GraphAnswers
{
    public static IResult Success() => Json(new JsonObject { ["success"] = true });

    public static IResult Id(string id) => Json(new JsonObject { ["id"] = id });

    public static IResult Json(JsonNode body) => TypedResults.Json(body, contentType: "application/json; charset=UTF-8");

    /// <summary>The fields of a node that `fields` asks for, or the standard ones.</summary>
    public static IResult Node(GraphCall call, JsonObject all, string type, string standardFields = "id")
    {
        var (node, error) = FieldSelection.Parse(call.Parameters["fields"] ?? standardFields).Project(all, type);
        return node is null ? error! : Json(node);
    }

    /// <summary>Graph's way to write a moment: `2026-10-03T09:15:00+0000`.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
}
