using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Messaging;

/// <summary>`GET /{CONVERSATION}`: participants and messages, newest first.</summary>
internal sealed class ConversationNode(World world, SendRates rates) : INodeReader
{
    private const int MostMessages = 50;

    public IResult? Read(GraphCall call)
    {
        lock (world.Gate)
        {
            if (world.Conversations.Find(call.Node) is not { } thread || thread.Account != call.Account)
            {
                return null;
            }

            if (!call.Token.Has(Scopes.Messages))
            {
                return GraphErrors.Permission(Scopes.Messages);
            }

            if (!rates.AllowConversations(call.Account.UserId))
            {
                return GraphErrors.Rate();
            }

            var asked = FieldSelection.Parse(call.Parameters["fields"] ?? "id,updated_time");
            var (all, error) = Describe(thread, asked);
            if (all is null)
            {
                return error!;
            }

            (var node, error) = asked.Project(all, "Conversation");
            return node is null ? error! : GraphAnswers.Json(node);
        }
    }

    private static (JsonObject? All, GraphError? Error) Describe(CustomerThread thread, FieldSelection asked)
    {
        var inner = asked.Inner("messages") ?? FieldSelection.Parse("id,created_time");
        var messages = new JsonArray();
        foreach (var message in asked.Has("messages") ? thread.Messages.Reverse().Take(MostMessages) : [])
        {
            var (node, error) = inner.Project(MessageNode.Describe(message), "IGMessage");
            if (node is null)
            {
                return (null, error);
            }

            messages.Add(node);
        }

        return (new JsonObject
        {
            ["id"] = thread.ConversationId,
            ["updated_time"] = thread.Messages.Count > 0 ? GraphAnswers.Time(thread.Messages[^1].At) : null,
            ["participants"] = new JsonObject
            {
                ["data"] = new JsonArray(
                    new JsonObject { ["username"] = thread.Account.Username, ["id"] = thread.Account.UserId },
                    new JsonObject { ["username"] = thread.Username, ["id"] = thread.Igsid }),
            },
            ["messages"] = new JsonObject { ["data"] = messages },
        }, null);
    }
}
