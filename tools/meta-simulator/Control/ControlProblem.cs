namespace SocialSelling.MetaSimulator.Control;

internal static class ControlProblem
{
    public static IResult BadRequest(string message) => TypedResults.Problem(message, statusCode: StatusCodes.Status400BadRequest);

    public static IResult NotFound(string what) => TypedResults.Problem($"There is no such {what}.", statusCode: StatusCodes.Status404NotFound);

    public static IResult Conflict(string message) => TypedResults.Problem(message, statusCode: StatusCodes.Status409Conflict);
}
