using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Publishing;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Messaging;

/// <summary>`GET /{IGSID}`: the profile of a person, readable once they have written.</summary>
internal sealed class PersonNode(World world, PublicAddress address) : INodeReader
{
    private const string Standard = "name,username";

    public IResult? Read(GraphCall call)
    {
        CustomerThread? thread;
        lock (world.Gate)
        {
            thread = world.Threads.Find(call.Node);
        }

        if (thread is null)
        {
            return null;
        }

        if (!call.Token.Has(Scopes.Messages))
        {
            return GraphErrors.Permission(Scopes.Messages);
        }

        if (thread.Account != call.Account)
        {
            return new GraphError(9010, null, "(#9010) No matching Instagram user");
        }

        return thread.LastInboundAt is null
            ? new GraphError(230, null, "(#230) User consent is required to access user profile")
            : GraphAnswers.Node(call, Profile(thread, call.Http.Request), "IGSID", Standard);
    }

    private JsonObject Profile(CustomerThread thread, HttpRequest request) => new()
    {
        ["id"] = thread.Igsid,
        ["name"] = thread.Name,
        ["username"] = thread.Username,
        ["profile_pic"] = address.OfProfile(thread.Username, request),
        ["follower_count"] = 10 + (thread.Username.Length * 37 % 900),
        ["is_user_follow_business"] = thread.Username.Length % 2 == 0,
        ["is_business_follow_user"] = false,
        ["is_verified_user"] = false,
    };
}
