using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.Faults;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;
using SocialSelling.MetaSimulator.Webhooks;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>Switches between behaviours, and back to the beginning.</summary>
internal static class SwitchControl
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/switches", ([FromServices] World world) => TypedResults.Json(world.Switches));
        control.MapPut("/switches", Set);
        control.MapPost("/reset", Reset);
    }

    private static IResult Set(Switches switches, [FromServices] World world)
    {
        if (switches.Problem() is { } problem)
        {
            return ControlProblem.BadRequest(problem);
        }

        world.Switches = switches;
        return TypedResults.Json(switches);
    }

    private static IResult Reset(
        [FromServices] World world, [FromServices] FaultStore faults, [FromServices] CallLedger calls, [FromServices] DeliveryLedger deliveries,
        [FromServices] WebhookQueue queue, [FromServices] RetrySchedule retries, [FromServices] HeldDeliveries held, [FromServices] StormRunner storms,
        [FromServices] SimulatorClock clock, [FromServices] WebhookTarget target)
    {
        storms.Cancel();
        queue.Clear();
        retries.Clear();
        held.TakeAll(ReleaseOrder.Fifo);
        faults.Clear();
        world.Reset();
        calls.Recent.Clear();
        deliveries.Clear();
        clock.Reset();
        target.Reset();
        return TypedResults.NoContent();
    }
}
