using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SocialSelling.Identity.Tests;

/// <summary>An OAuth client as one stands outside of the suite.</summary>
internal sealed class OAuthCaller(HttpClient http, string id, string secret)
{
    public const string NextSecret = "next-secret-of-the-app";
    public const string Secret = "secret-of-the-app";

    public static void Configure(IDictionary<string, string> settings)
    {
        foreach (var id in (string[])["app", "other-app"])
        {
            settings[$"Identity:Clients:{id}:SecretHash"] = IdentityFactory.HashOf(Secret);
            settings[$"Identity:Clients:{id}:Grants"] = "client_credentials refresh_token";
            settings[$"Identity:Clients:{id}:Scope"] = "catalogue.read catalogue.write";
        }

        settings["Identity:Clients:app:NextSecretHash"] = IdentityFactory.HashOf(NextSecret);
        settings["Identity:Clients:gateway:SecretHash"] = IdentityFactory.HashOf(Secret);
        settings["Identity:Clients:gateway:Scope"] = "apikeys.exchange";
        settings["Identity:Clients:resource:SecretHash"] = IdentityFactory.HashOf(Secret);
        settings["Identity:Clients:resource:MayIntrospect"] = "true";
    }

    /// <summary>May refresh users' sessions; has two secrets.</summary>
    public static OAuthCaller App(HttpClient http) => new(http, "app", Secret);

    /// <summary>May do the same, and is another.</summary>
    public static OAuthCaller OtherApp(HttpClient http) => new(http, "other-app", Secret);

    /// <summary>A resource server: may introspect, and may not refresh.</summary>
    public static OAuthCaller Resource(HttpClient http) => new(http, "resource", Secret);

    /// <summary>A client's own access token.</summary>
    public static async Task<string> TokenAsync(HttpClient http, string id, string secret, string scope)
    {
        using var response = await new OAuthCaller(http, id, secret).TokenAsync(("grant_type", "client_credentials"), ("scope", scope));
        return (await JsonAsync(response)).GetProperty("access_token").GetString()!;
    }

    public OAuthCaller With(string otherSecret) => new(http, id, otherSecret);

    public AuthenticationHeaderValue Basic() => new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(id)}:{WebUtility.UrlEncode(secret)}")));

    public (string Name, string Value)[] InBody() => [("client_id", id), ("client_secret", secret)];

    public Task<HttpResponseMessage> TokenAsync(params (string Name, string Value)[] fields) => PostAsync("/connect/token", Basic(), fields);

    public Task<HttpResponseMessage> RefreshAsync(string refreshToken) =>
        TokenAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    public Task<HttpResponseMessage> RevokeAsync(string token, params (string Name, string Value)[] more) =>
        PostAsync("/connect/revocation", Basic(), [("token", token), .. more]);

    public Task<HttpResponseMessage> IntrospectAsync(string token, params (string Name, string Value)[] more) =>
        PostAsync("/connect/introspection", Basic(), [("token", token), .. more]);

    public async Task<JsonElement> IntrospectedAsync(string token)
    {
        using var response = await IntrospectAsync(token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    public Task<HttpResponseMessage> PostAsync(string path, AuthenticationHeaderValue? authorization, params (string Name, string Value)[] fields) =>
        http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
                Headers = { Authorization = authorization },
            },
            Token);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>(Token);

    public static async Task AssertErrorAsync(HttpResponseMessage response, HttpStatusCode status, string error)
    {
        var answer = await JsonAsync(response);
        Assert.Equal((status, error), (response.StatusCode, answer.GetProperty("error").GetString()));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^[\x20-\x21\x23-\x5B\x5D-\x7E]+$", answer.GetProperty("error_description").GetString());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
