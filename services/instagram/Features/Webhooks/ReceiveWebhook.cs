using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Data.Ledger;
using SocialSelling.Instagram.Options;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Instagram.Features.Webhooks;

/// <summary>
/// Takes a webhook: read, check the signature, commit to the ledger, 200. Nothing else happens before the answer, and without the commit
/// there is no 200. It is the busiest route of the suite, hence a bare request delegate.
/// </summary>
internal static class ReceiveWebhook
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static void Map(RouteGroupBuilder group) =>
        group.MapPost("/", (Delegate)HandleAsync).WithName(nameof(ReceiveWebhook))
            .WithSummary("Meta's webhooks, signed in X-Hub-Signature-256. 200 means that the body is stored durably.")
            .Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static async Task HandleAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var metrics = services.GetRequiredService<InstagramMetrics>();
        var maxBytes = services.GetRequiredService<IOptions<WebhookOptions>>().Value.MaxBodyBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + 1L;
        }

        if (await RequestBytes.ReadAsync(context.Request, maxBytes, context.RequestAborted) is not { } body)
        {
            metrics.Webhook("too_large");
            await Problems.PayloadTooLarge(ErrorCodes.PayloadTooLarge, "A webhook may have 4 MB.").ExecuteAsync(context);
            return;
        }

        if (!services.GetRequiredService<WebhookSignature>().IsValid(body, context.Request.Headers["X-Hub-Signature-256"]))
        {
            metrics.Webhook("unsigned");
            await Problems.Unauthorized("WEBHOOK_002", "The signature is missing or wrong.").ExecuteAsync(context);
            return;
        }

        if (!await services.GetRequiredService<WebhookLedger>().StoreAsync(body, services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            metrics.Webhook("not_stored");
            await Problems.Unavailable(ErrorCodes.Unavailable, "The webhook could not be stored. Send it again.", RetryAfter).ExecuteAsync(context);
            return;
        }

        metrics.Webhook("stored");
        context.Response.ContentLength = 0;
    }
}
