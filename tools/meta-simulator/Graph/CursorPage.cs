using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Cursor paging: the end is the absence of `next`, and `next` carries the token, as at Meta.</summary>
internal static class CursorPage
{
    private const int Standard = 25;
    private const int Most = 100;

    public static (JsonObject? Page, GraphError? Error) Of<T>(GraphCall call, IReadOnlyList<T> items, Func<T, (JsonObject? Node, GraphError? Error)> project)
    {
        var limit = (int)Math.Clamp(call.Parameters.Number("limit") ?? Standard, 1, Most);
        var start = Decode(call.Parameters["after"]);
        var data = new JsonArray();
        foreach (var item in items.Skip(start).Take(limit))
        {
            var (node, error) = project(item);
            if (node is null)
            {
                return (null, error);
            }

            data.Add(node);
        }

        var page = new JsonObject { ["data"] = data };
        if (data.Count > 0)
        {
            page["paging"] = Paging(call, start, data.Count, items.Count);
        }

        return (page, null);
    }

    private static JsonObject Paging(GraphCall call, int start, int count, int total)
    {
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = Encode(start), ["after"] = Encode(start + count) } };
        if (start + count < total)
        {
            var request = call.Http.Request;
            var query = QueryHelpers.ParseQuery(request.QueryString.Value).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
            query["access_token"] = call.Token.Value;
            query["after"] = Encode(start + count);
            var version = CallContext.Of(call.Http).Version is { } asked ? "/" + asked : "";
            var path = $"/graph{version}{request.Path.Value!["/graph".Length..]}";
            paging["next"] = QueryHelpers.AddQueryString($"{request.Scheme}://{request.Host}{path}", query);
        }

        return paging;
    }

    private static string Encode(int position) =>
        "QVFI" + Base64Url.EncodeToString(Encoding.ASCII.GetBytes(position.ToString(CultureInfo.InvariantCulture)));

    private static int Decode(string? cursor)
    {
        if (cursor is null || !cursor.StartsWith("QVFI", StringComparison.Ordinal) || !Base64Url.IsValid(cursor.AsSpan(4)))
        {
            return 0;
        }

        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor.AsSpan(4)));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;
    }
}
