using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.Testing;
using StackExchange.Redis;

namespace SocialSelling.Gateway.Tests;

/// <summary>The gateway on a real port, before real back ends and the real Redis.</summary>
public sealed class GatewayHost : WebApplicationFactory<Program>
{
    public static readonly string[] ServiceNames = ["Identity", "Accounts", "Instagram", "Messaging", "Publisher", "Analytics"];
    private readonly Dictionary<string, BackEnd> backEnds = [];
    private readonly Dictionary<string, string> settings;
    private readonly Uri authority;

    private GatewayHost(Uri authority, Dictionary<string, string> settings)
    {
        this.authority = authority;
        this.settings = settings;
    }

    public HttpClient Client { get; private set; } = null!;

    public static async Task<GatewayHost> StartAsync(Dictionary<string, string>? settings = null)
    {
        var host = new GatewayHost(await TestAuthority.AddressAsync(), settings ?? []);
        foreach (var service in ServiceNames)
        {
            host.backEnds[service] = await BackEnd.StartAsync(service);
        }

        host.UseKestrel(0);
        host.StartServer();

        // Not the factory's own client: it buffers bodies, so that none would ever go out in chunks.
        host.Client = new HttpClient { BaseAddress = host.CreateClient().BaseAddress };
        return host;
    }

    public BackEnd this[string service] => backEnds[service];

    /// <summary>A token whose session lives in Redis.</summary>
    public static async Task<string> SignInAsync(Guid? session = null)
    {
        var id = session ?? Guid.NewGuid();
        using var redis = await ConnectAsync();
        await redis.GetDatabase().StringSetAsync(SessionKeys.Of(id), "1", TimeSpan.FromMinutes(5));
        return TestTokens.Create(Guid.NewGuid(), Guid.NewGuid(), id, TimeSpan.FromHours(1));
    }

    public static async Task SignOutAsync(Guid session)
    {
        using var redis = await ConnectAsync();
        await redis.GetDatabase().KeyDeleteAsync(SessionKeys.Of(session));
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.ExpectContinue = content is not null;
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    public static async Task<string?> CodeAsync(HttpResponseMessage response) => (await JsonAsync(response)).GetProperty("code").GetString();

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
        foreach (var backEnd in backEnds.Values)
        {
            await backEnd.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Auth:Authority", authority.AbsoluteUri);
        builder.UseSetting("Auth:Issuer", TestTokens.Issuer);
        builder.UseSetting("Auth:ClientSecret", "secret-of-the-gateway");
        foreach (var kind in (string[])["Login", "Register", "PasswordReset", "Verification", "Secret"])
        {
            builder.UseSetting($"RateLimits:{kind}:Limit", "1000000");
        }

        builder.UseSetting("Redis:Endpoint", TestEnvironment.RedisEndpoint);
        builder.UseSetting("Redis:Password", TestEnvironment.RedisPassword);
        foreach (var (service, backEnd) in backEnds)
        {
            builder.UseSetting($"Services:{service}", backEnd.Address);
        }

        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    }

    private static Task<ConnectionMultiplexer> ConnectAsync() =>
        ConnectionMultiplexer.ConnectAsync($"{TestEnvironment.RedisEndpoint},password={TestEnvironment.RedisPassword}");
}
