using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>Starting a storm of messages and reading how far it is.</summary>
internal static class StormControl
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapPost("/storm", Start);
        control.MapGet("/storm", ([FromServices] StormRunner runner) =>
            runner.Current is { } storm ? TypedResults.Json(Describe(storm)) : ControlProblem.NotFound("storm"));
        control.MapGet("/storm/messages", Messages);
        control.MapDelete("/storm", ([FromServices] StormRunner runner) =>
        {
            runner.Cancel();
            return TypedResults.NoContent();
        });
    }

    internal sealed record NewStorm(string? UserId, int? People, int? Messages, int? PerSecond, int? Batch);

    private static IResult Start(NewStorm wanted, [FromServices] StormRunner runner, [FromServices] World world, [FromServices] TimeProvider clock)
    {
        Account? account;
        lock (world.Gate)
        {
            account = world.FindAccount(wanted.UserId ?? "demo_shop");
        }

        if (account is null)
        {
            return ControlProblem.NotFound("account");
        }

        var storm = new Storm(
            account.UserId, wanted.People ?? 50, wanted.Messages ?? 1_000, wanted.PerSecond ?? 0, wanted.Batch ?? 1, clock.GetUtcNow());
        if (storm is not { People: >= 1 and <= 10_000, Messages: >= 1 and <= 200_000, PerSecond: >= 0 and <= 50_000, Batch: >= 1 and <= 1_000 })
        {
            return ControlProblem.BadRequest("people 1 to 10000, messages 1 to 200000, perSecond 0 (unpaced) to 50000, batch 1 to 1000");
        }

        return runner.TryStart(storm) ? TypedResults.Json(Describe(storm), statusCode: 202) : ControlProblem.Conflict("A storm is still running.");
    }

    private static IResult Messages(int? offset, int? limit, [FromServices] StormRunner runner) => runner.Current is { } storm
        ? TypedResults.Json(storm.Page(Math.Max(0, offset ?? 0), Math.Clamp(limit ?? 200_000, 1, 200_000)))
        : ControlProblem.NotFound("storm");

    private static object Describe(Storm storm)
    {
        var seconds = ((storm.LastDeliveredAt ?? storm.StartedAt) - storm.StartedAt).TotalSeconds;
        return new
        {
            storm.Id,
            storm.UserId,
            storm.People,
            storm.Messages,
            storm.PerSecond,
            storm.Batch,
            Created = storm.CreatedCount,
            Delivered = storm.DeliveredCount,
            Dropped = storm.DroppedCount,
            storm.FailedAttempts,
            Done = storm.IsDone,
            storm.StartedAt,
            storm.CreatedAllAt,
            storm.LastDeliveredAt,
            DeliveredPerSecond = seconds > 0 ? Math.Round(storm.DeliveredCount / seconds, 1) : 0,
        };
    }
}
