using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>Who follows an account: fixed shares with a little of the account's own noise.</summary>
internal static class Demographics
{
    public static readonly IReadOnlyList<string> Dimensions = ["age", "city", "country", "gender"];

    private static readonly Dictionary<string, (string Value, double Share)[]> Shares = new(StringComparer.Ordinal)
    {
        ["age"] = [("13-17", .03), ("18-24", .22), ("25-34", .36), ("35-44", .21), ("45-54", .11), ("55-64", .05), ("65+", .02)],
        ["gender"] = [("F", .56), ("M", .38), ("U", .06)],
        ["country"] = [("DE", .31), ("FR", .18), ("ES", .14), ("PL", .12), ("IT", .09), ("NL", .06)],
        ["city"] = [("Berlin, Berlin", .12), ("Paris, Île-de-France", .1), ("Madrid, Comunidad de Madrid", .08), ("Warsaw, Masovian", .06)],
    };

    public static JsonArray Results(Account account, string metric, string dimension)
    {
        var audience = metric == "follower_demographics" ? account.Followers : account.Followers / 8;
        return new JsonArray([.. Shares[dimension].Select(share => (JsonNode)new JsonObject
        {
            ["dimension_values"] = new JsonArray(share.Value),
            ["value"] = (long)(audience * share.Share * (0.9 + (0.2 * Noise.Of(account.UserId, metric, share.Value)))),
        })]);
    }
}
