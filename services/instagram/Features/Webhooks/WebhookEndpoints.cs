namespace SocialSelling.Instagram.Features.Webhooks;

internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/webhooks/instagram").WithTags("Webhooks").AllowAnonymous();
        VerifyWebhook.Map(group);
        ReceiveWebhook.Map(group);
    }
}
