using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Control;

internal static class ClockControl
{
    private const double MostSeconds = 366 * 86_400;

    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/clock", ([FromServices] SimulatorClock clock) => Describe(clock));
        control.MapPost("/clock", Advance);
    }

    internal sealed record Step(double AdvanceSeconds, bool? Freeze);

    private static IResult Advance(Step step, [FromServices] SimulatorClock clock)
    {
        if (step.AdvanceSeconds is not (>= 0 and <= MostSeconds))
        {
            return ControlProblem.BadRequest("advanceSeconds is 0 to one year");
        }

        if (step.Freeze is { } freeze)
        {
            clock.Freeze(freeze);
        }

        clock.Advance(TimeSpan.FromSeconds(step.AdvanceSeconds));
        return Describe(clock);
    }

    private static IResult Describe(SimulatorClock clock) => TypedResults.Json(new { Now = clock.GetUtcNow(), OffsetSeconds = clock.Offset.TotalSeconds, Frozen = clock.IsFrozen });
}
