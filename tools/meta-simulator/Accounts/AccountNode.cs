using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Publishing;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Accounts;

/// <summary>`GET /me` and `GET /{IG_ID}`: `id` is app-scoped, `user_id` is the professional account.</summary>
internal sealed class AccountNode(World world, PublicAddress address) : INodeReader
{
    public IResult? Read(GraphCall call)
    {
        if (!call.IsOwnAccount)
        {
            return null;
        }

        if (!call.Token.Has(Scopes.Basic))
        {
            return GraphErrors.Permission(Scopes.Basic);
        }

        lock (world.Gate)
        {
            var account = call.Account;
            var all = new JsonObject
            {
                ["id"] = account.AppScopedId,
                ["user_id"] = account.UserId,
                ["username"] = account.Username,
                ["name"] = account.Name,
                ["account_type"] = "BUSINESS",
                ["profile_picture_url"] = address.OfProfile(account.Username, call.Http.Request),
                ["followers_count"] = account.Followers,
                ["follows_count"] = account.Follows,
                ["media_count"] = account.Media.Count,
                ["biography"] = "A simulated account",
                ["website"] = "https://shop.example",
            };
            var (node, error) = FieldSelection.Parse(call.Parameters["fields"] ?? "id").Project(all, "IGUser");
            return node is null ? error! : GraphAnswers.Json(world.Switches.MeAnswer == "flat" ? node : new JsonObject { ["data"] = new JsonArray(node) });
        }
    }
}
