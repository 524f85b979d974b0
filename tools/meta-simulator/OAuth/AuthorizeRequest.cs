using Microsoft.Extensions.Primitives;
using SocialSelling.MetaSimulator.Options;
using KnownScopes = SocialSelling.MetaSimulator.State.Scopes;

namespace SocialSelling.MetaSimulator.OAuth;

/// <summary>The parameters of the login page, checked as Instagram does.</summary>
internal sealed record AuthorizeRequest(string ClientId, string RedirectUri, string? State, IReadOnlyList<string> Scopes)
{
    public static (AuthorizeRequest? Request, string? Problem) Read(Func<string, StringValues> get, SimulatorOptions options)
    {
        var request = new AuthorizeRequest(
            get("client_id").ToString(), get("redirect_uri").ToString(), get("state") is { Count: > 0 } state ? state.ToString() : null,
            KnownScopes.Parse(get("scope").ToString()));
        return request.Check(get("response_type").ToString(), options) is { } problem ? (null, problem) : (request, null);
    }

    private string? Check(string responseType, SimulatorOptions options)
    {
        if (ClientId != options.AppId)
        {
            return "Invalid platform app: client_id does not belong to an app.";
        }

        if (!Uri.TryCreate(RedirectUri, UriKind.Absolute, out _) || (options.RedirectUris.Count > 0 && !options.RedirectUris.Contains(RedirectUri)))
        {
            return "Invalid redirect_uri: it is not one of the app's redirect addresses, which must match exactly.";
        }

        if (responseType != "code")
        {
            return "Invalid response_type: only code is supported.";
        }

        var unknown = Scopes.Except(KnownScopes.All).ToList();
        if (unknown.Count > 0 || Scopes.Count == 0)
        {
            return $"Invalid scopes: {string.Join(", ", unknown)}.";
        }

        return Scopes.Contains(KnownScopes.Basic) ? null : "Invalid scopes: instagram_business_basic is always needed.";
    }
}
