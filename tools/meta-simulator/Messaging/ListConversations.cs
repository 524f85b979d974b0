using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Messaging;

/// <summary>`GET /{IG_ID}/conversations?platform=instagram[&amp;user_id=IGSID]`, newest first.</summary>
internal sealed class ListConversations(World world, SendRates rates) : IGraphEndpoint
{
    public Task<IResult> HandleAsync(GraphCall call, CancellationToken ct) => Task.FromResult(List(call));

    private IResult List(GraphCall call)
    {
        if (!rates.AllowConversations(call.Account.UserId))
        {
            return GraphErrors.Rate();
        }

        if (call.Parameters["platform"] is not (null or "instagram"))
        {
            return GraphErrors.Parameter("Param platform must be one of {INSTAGRAM}");
        }

        lock (world.Gate)
        {
            var person = call.Parameters["user_id"];
            var threads = call.Account.People
                .Where(thread => thread.Messages.Count > 0 && (person is null || thread.Igsid == person))
                .OrderByDescending(thread => thread.Messages[^1].At).ToList();
            var asked = FieldSelection.Parse(call.Parameters["fields"] ?? "id,updated_time");
            var (page, error) = CursorPage.Of(call, threads, thread => asked.Project(Describe(thread), "Conversation"));
            return page is null ? error! : GraphAnswers.Json(page);
        }
    }

    private static JsonObject Describe(CustomerThread thread) => new()
    {
        ["id"] = thread.ConversationId,
        ["updated_time"] = GraphAnswers.Time(thread.Messages[^1].At),
    };
}
