using Microsoft.AspNetCore.Mvc;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>`GET /control/calls`: newest first, filtered by path, account and whether the simulator knew the call.</summary>
internal static class CallControl
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/calls", List);
        control.MapDelete("/calls", ([FromServices] CallLedger ledger) =>
        {
            ledger.Recent.Clear();
            return TypedResults.NoContent();
        });
    }

    private static IResult List(string? path, string? username, string? method, bool? unimplemented, int? limit, [FromServices] CallLedger ledger) =>
        TypedResults.Json(ledger.Recent.Snapshot()
            .Where(call => (path is null || call.Path.EndsWith(path, StringComparison.OrdinalIgnoreCase))
                && (username is null || call.Username == username)
                && (method is null || call.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                && (unimplemented is null || call.Unimplemented == unimplemented))
            .TakeLast(Math.Clamp(limit ?? 100, 1, 5_000)).Reverse().ToList());
}
