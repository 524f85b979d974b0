namespace SocialSelling.Messaging.Features.Messages;

internal static class MessagesEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/messages").RequireAuthorization().WithTags("Messages");
        GetMessage.Map(group);
    }
}
