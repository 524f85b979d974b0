using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Messaging;

/// <summary>`GET /{MESSAGE}`: only the twenty newest of a conversation have detail.</summary>
internal sealed class MessageNode(World world) : INodeReader
{
    private const int WithDetail = 20;

    public IResult? Read(GraphCall call)
    {
        lock (world.Gate)
        {
            if (world.Messages.Find(call.Node) is not { } message || message.Thread.Account != call.Account)
            {
                return null;
            }

            if (!call.Token.Has(Scopes.Messages))
            {
                return GraphErrors.Permission(Scopes.Messages);
            }

            return message.Thread.Messages.TakeLast(WithDetail).Contains(message)
                ? GraphAnswers.Node(call, Describe(message), "IGMessage", "id,created_time")
                : new GraphError(100, null, "(#100) This message has been deleted");
        }
    }

    public static JsonObject Describe(ChatMessage message)
    {
        var person = new JsonObject { ["username"] = message.Thread.Username, ["id"] = message.Thread.Igsid };
        var business = new JsonObject { ["username"] = message.Thread.Account.Username, ["id"] = message.Thread.Account.UserId };
        return new JsonObject
        {
            ["id"] = message.Mid,
            ["created_time"] = GraphAnswers.Time(message.At),
            ["from"] = message.FromCustomer ? person : business,
            ["to"] = new JsonObject { ["data"] = new JsonArray(message.FromCustomer ? business : person) },
            ["message"] = message.Text,
            ["attachments"] = null,
            ["shares"] = null,
            ["story"] = null,
            ["reactions"] = null,
            ["reply_to"] = null,
            ["is_unsupported"] = false,
        };
    }
}
