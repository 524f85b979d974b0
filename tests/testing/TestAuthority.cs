using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialSelling.Testing;

/// <summary>Stands where identity stands: discovery, keys and client credentials, on a loopback port, once a test process.</summary>
public static class TestAuthority
{
    private static readonly Lazy<Task<Uri>> Started = new(StartAsync);

    /// <summary>Base address; the first call starts it.</summary>
    public static Task<Uri> AddressAsync() => Started.Value;

    private static async Task<Uri> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => new { issuer = TestTokens.Issuer, jwks_uri = $"{TestTokens.Issuer}/.well-known/jwks.json" });
        app.MapGet("/.well-known/jwks.json", TestKey.Jwks);
        app.MapPost("/connect/token", IssueAsync);
        await app.StartAsync();
        return new Uri(app.Urls.Single());
    }

    private static async Task<IResult> IssueAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        return TypedResults.Ok(new { access_token = TestTokens.CreateInternal(form["client_id"].ToString()), token_type = "Bearer", expires_in = 3600, scope = "internal" });
    }
}
