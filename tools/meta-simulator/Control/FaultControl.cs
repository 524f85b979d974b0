using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.Faults;

namespace SocialSelling.MetaSimulator.Control;

internal static class FaultControl
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/faults", ([FromServices] FaultStore faults) => TypedResults.Json(faults.Rules));
        control.MapPost("/faults", Add);
        control.MapDelete("/faults", ([FromServices] FaultStore faults) =>
        {
            faults.Clear();
            return TypedResults.NoContent();
        });
    }

    private static IResult Add(FaultRule rule, [FromServices] FaultStore faults)
    {
        if (rule.Problem() is { } problem)
        {
            return ControlProblem.BadRequest(problem);
        }

        return faults.TryAdd(rule) ? TypedResults.Json(rule, statusCode: 201) : ControlProblem.Conflict("There are too many faults; DELETE /control/faults.");
    }
}
