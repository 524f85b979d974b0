using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>Accounts and the people who know them.</summary>
internal static partial class AccountControl
{
    public static void Map(RouteGroupBuilder control)
    {
        control.MapGet("/accounts", List);
        control.MapPost("/accounts", Create);
        control.MapGet("/accounts/{account}", Get);
        control.MapGet("/accounts/{account}/people", People);
        control.MapPost("/accounts/{account}/people", AddPerson);
    }

    internal sealed record NewAccount(string? Username, string? Name, int? Followers);

    internal sealed record NewPerson(string? Username, string? Name);

    private static IResult List([FromServices] World world)
    {
        lock (world.Gate)
        {
            return TypedResults.Json(world.Accounts.Select(Describe).ToList());
        }
    }

    private static IResult Create(NewAccount account, [FromServices] World world)
    {
        if (account.Username is not { } username || !Handle().IsMatch(username))
        {
            return ControlProblem.BadRequest("username is 1 to 30 letters, digits, dots or underscores");
        }

        lock (world.Gate)
        {
            if (world.FindAccount(username) is { } known)
            {
                return TypedResults.Json(Describe(known));
            }

            return world.Accounts.Count >= World.MaxAccounts
                ? ControlProblem.Conflict("There are too many accounts.")
                : TypedResults.Json(Describe(world.AddAccount(username, account.Name, Math.Clamp(account.Followers ?? 1_200, 0, 100_000_000))), statusCode: 201);
        }
    }

    private static IResult Get(string account, [FromServices] World world)
    {
        lock (world.Gate)
        {
            return world.FindAccount(account) is { } found ? TypedResults.Json(Describe(found)) : ControlProblem.NotFound("account");
        }
    }

    private static IResult People(string account, [FromServices] World world)
    {
        lock (world.Gate)
        {
            return world.FindAccount(account) is { } found
                ? TypedResults.Json(found.People.OrderByDescending(person => person.LastMessage?.At).Take(200).Select(Describe).ToList())
                : ControlProblem.NotFound("account");
        }
    }

    private static IResult AddPerson(string account, NewPerson person, [FromServices] World world)
    {
        if (person.Username is not { } username || !Handle().IsMatch(username))
        {
            return ControlProblem.BadRequest("username is 1 to 30 letters, digits, dots or underscores");
        }

        lock (world.Gate)
        {
            return world.FindAccount(account) is { } found
                ? TypedResults.Json(Describe(world.FindOrAddPerson(found, username, person.Name)))
                : ControlProblem.NotFound("account");
        }
    }

    public static bool IsHandle(string username) => Handle().IsMatch(username);

    private static object Describe(Account account) => new
    {
        account.UserId,
        account.AppScopedId,
        account.Username,
        account.Name,
        account.Followers,
        SubscribedFields = account.SubscribedFields?.Order(StringComparer.Ordinal),
        account.FailingSince,
        People = account.People.Count,
        Posts = account.Media.Count,
    };

    private static object Describe(CustomerThread thread) => new
    {
        thread.Igsid,
        thread.Username,
        thread.Name,
        thread.ConversationId,
        thread.LastInboundAt,
        Messages = thread.Messages.Count,
        LastText = thread.LastMessage?.Text,
    };

    [GeneratedRegex(@"^[A-Za-z0-9._]{1,30}$")]
    private static partial Regex Handle();
}
