using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.Webhooks;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>The app's webhook, what was delivered to it, and deliveries made by hand.</summary>
internal static class WebhookControl
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/webhook", ([FromServices] WebhookTarget target) => TypedResults.Json(Describe(target.Current)));
        control.MapPost("/webhook", SetTarget);
        control.MapPost("/webhook/raw", SendRaw);
        control.MapPost("/webhook/release", Release);
        control.MapGet("/deliveries", List);
        control.MapPost("/deliveries/retry", ([FromServices] RetrySchedule retries) => TypedResults.Json(new { Hurried = retries.Hurry() }));
        control.MapPost("/deliveries/{id:long}/redeliver", Redeliver);
    }

    internal sealed record Target(string? Url, string? VerifyToken);

    internal sealed record Raw(JsonElement? Body, string? Text, SignatureMode Signature);

    internal sealed record Redelivery(SignatureMode Signature);

    internal sealed record ReleaseRequest(ReleaseOrder Order);

    private static IResult SetTarget(Target wanted, [FromServices] WebhookTarget target)
    {
        if (!Uri.TryCreate(wanted.Url, UriKind.Absolute, out _))
        {
            return ControlProblem.BadRequest("url is an absolute address");
        }

        target.Set(wanted.Url, wanted.VerifyToken);
        return TypedResults.Json(Describe(target.Current));
    }

    /// <summary>One POST of any body, answered with what the app said; `text` is sent as it is, `body` in Meta's way of escaping.</summary>
    private static async Task<IResult> SendRaw(Raw raw, [FromServices] WebhookClient client, [FromServices] WebhookTarget target, CancellationToken ct)
    {
        var body = raw.Text is { } text ? Encoding.UTF8.GetBytes(text) : WebhookBody.Escape(raw.Body?.GetRawText() ?? "");
        var (status, error) = await client.PostAsync(target.Current.Url, body, raw.Signature, ct);
        return TypedResults.Json(new { Status = status, Error = error });
    }

    private static async Task<IResult> Release(ReleaseRequest request, [FromServices] WebhookPublisher webhooks, CancellationToken ct) =>
        TypedResults.Json(new { Released = await webhooks.ReleaseAsync(request.Order, ct) });

    private static async Task<IResult> Redeliver(
        long id, Redelivery wanted, [FromServices] DeliveryLedger ledger, [FromServices] WebhookPublisher webhooks, [FromServices] TimeProvider clock,
        CancellationToken ct)
    {
        if (ledger.Recent.Snapshot().FirstOrDefault(delivery => delivery.Id == id) is not { } found)
        {
            return ControlProblem.NotFound("delivery");
        }

        var again = found.Copy(wanted.Signature, clock.GetUtcNow(), manual: true);
        await webhooks.SendAsync(again, fault: null, ct);
        return TypedResults.Json(new { again.Id }, statusCode: 202);
    }

    private static IResult List(
        int? limit, string? userId, [FromServices] DeliveryLedger ledger, [FromServices] WebhookQueue queue, [FromServices] RetrySchedule retries,
        [FromServices] HeldDeliveries held)
    {
        var (attempts, delivered, failed, dropped) = ledger.Counts;
        return TypedResults.Json(new
        {
            Counts = new { Attempts = attempts, Delivered = delivered, Failed = failed, Dropped = dropped, Queued = queue.Count, Retrying = retries.Count, Held = held.Count },
            Data = ledger.Recent.Snapshot().Where(delivery => userId is null || delivery.UserId == userId)
                .TakeLast(Math.Clamp(limit ?? 100, 1, 3_000)).Reverse().Select(Describe).ToList(),
        });
    }

    private static object Describe(WebhookTarget.State state) => new { state.Url, Verified = state.IsVerified, state.VerifiedAt, state.Problem };

    private static object Describe(Delivery delivery) => new
    {
        delivery.Id,
        delivery.UserId,
        delivery.Field,
        State = delivery.State.ToString(),
        delivery.Attempts,
        delivery.LastStatus,
        delivery.LastError,
        Signature = delivery.Signature.ToString(),
        delivery.Events,
        delivery.CreatedAt,
        delivery.DeliveredAt,
        Body = Encoding.UTF8.GetString(delivery.Body),
    };
}
