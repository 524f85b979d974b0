namespace SocialSelling.Messaging.Features.Conversations;

internal static class ConversationsEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/conversations").RequireAuthorization().WithTags("Conversations");
        ListConversations.Map(group);
        GetConversation.Map(group);
        ListMessages.Map(group);
        SendMessage.Map(group);
        MarkRead.Map(group);
    }
}
