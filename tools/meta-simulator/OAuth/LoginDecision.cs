using Microsoft.AspNetCore.WebUtilities;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.OAuth;

/// <summary>Turns an answer of the login page into the address the browser is sent back to.</summary>
internal sealed class LoginDecision(World world, TimeProvider clock)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromHours(1);

    public static string Deny(AuthorizeRequest request) => Return(request, new()
    {
        ["error"] = "access_denied",
        ["error_reason"] = "user_denied",
        ["error_description"] = "The user denied your request",
    });

    public string? Accept(AuthorizeRequest request, string? username, IEnumerable<string>? granted)
    {
        lock (world.Gate)
        {
            if ((username is null ? world.Accounts.FirstOrDefault() : world.FindAccount(username)) is not { } account)
            {
                return null;
            }

            var scopes = granted is null ? request.Scopes : [.. request.Scopes.Intersect(granted.Append(State.Scopes.Basic))];
            var code = new AuthorizationCode(Ids.Code(), request.RedirectUri, account, scopes, clock.GetUtcNow() + CodeLife);
            world.Codes.Add(code.Value, code);
            return Return(request, new() { ["code"] = code.Value });
        }
    }

    private static string Return(AuthorizeRequest request, Dictionary<string, string?> answer)
    {
        if (request.State is not null)
        {
            answer["state"] = request.State;
        }

        return QueryHelpers.AddQueryString(request.RedirectUri, answer) + "#_";
    }
}
