using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.OAuth;

/// <summary>`GET|POST /www/oauth/authorize`: the login page and the form on it.</summary>
internal static class Authorize
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/www/oauth/authorize", Show);
        routes.MapPost("/www/oauth/authorize", Answer);
    }

    private static IResult Show(
        HttpRequest http, [FromServices] IOptions<SimulatorOptions> options, [FromServices] World world, [FromServices] LoginDecision decision)
    {
        var (request, problem) = AuthorizeRequest.Read(name => http.Query[name], options.Value);
        if (request is null)
        {
            return LoginPage.Problem(problem!);
        }

        LoginAnswer? scripted;
        IReadOnlyList<string> usernames;
        lock (world.Gate)
        {
            world.NextLogins.TryDequeue(out scripted);
            usernames = [.. world.Accounts.Select(account => account.Username)];
        }

        return scripted is null ? LoginPage.Form(request, usernames) : Redirect(request, scripted, decision);
    }

    private static async Task<IResult> Answer(
        HttpRequest http, [FromServices] IOptions<SimulatorOptions> options, [FromServices] LoginDecision decision, CancellationToken ct)
    {
        var form = await http.ReadFormAsync(ct);
        var (request, problem) = AuthorizeRequest.Read(name => form[name], options.Value);
        if (request is null)
        {
            return LoginPage.Problem(problem!);
        }

        var granted = form["granted"].Count > 0 ? form["granted"].OfType<string>().ToList() : null;
        return Redirect(request, new LoginAnswer(form["answer"] != "deny", form["username"], granted), decision);
    }

    private static IResult Redirect(AuthorizeRequest request, LoginAnswer answer, LoginDecision decision)
    {
        var address = answer.Accept ? decision.Accept(request, answer.Username, answer.Scopes) : LoginDecision.Deny(request);
        return address is null ? LoginPage.Problem("There is no such account.") : TypedResults.Redirect(address);
    }
}
