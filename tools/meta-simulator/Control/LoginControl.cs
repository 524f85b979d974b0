using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>Answers of the login page in advance, and what happens to grants afterwards.</summary>
internal static class LoginControl
{
    private const int MostAnswers = 100;

    public static void Map(RouteGroupBuilder control)
    {
        control.MapPost("/next-login", NextLogin);
        control.MapPost("/accounts/{account}/revoke", Revoke);
    }

    internal sealed record NextAnswer(string? Answer, string? Username, IReadOnlyList<string>? Scopes);

    internal sealed record Revocation(int? Subcode);

    private static IResult NextLogin(NextAnswer next, [FromServices] World world)
    {
        if (next.Answer is not (null or "accept" or "deny"))
        {
            return ControlProblem.BadRequest("answer is accept or deny");
        }

        lock (world.Gate)
        {
            if (next.Username is not null && world.FindAccount(next.Username) is null)
            {
                return ControlProblem.NotFound("account");
            }

            if (world.NextLogins.Count >= MostAnswers)
            {
                return ControlProblem.Conflict("There are too many answers waiting.");
            }

            world.NextLogins.Enqueue(new LoginAnswer(next.Answer != "deny", next.Username, next.Scopes));
        }

        return TypedResults.NoContent();
    }

    /// <summary>All tokens of the account answer error 190 with the subcode from now on (458 removed, 460 password, 463 expired, 0 none).</summary>
    private static IResult Revoke(string account, Revocation revocation, [FromServices] World world)
    {
        lock (world.Gate)
        {
            if (world.FindAccount(account) is not { } found)
            {
                return ControlProblem.NotFound("account");
            }

            var tokens = world.Tokens.Values.Where(token => token.Account == found).ToList();
            tokens.ForEach(token => token.RevokedWith = revocation.Subcode ?? 458);
            return TypedResults.Json(new { Revoked = tokens.Count });
        }
    }
}
