extern alias simulator;

using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace SocialSelling.Testing.Meta;

/// <summary>The real simulator on a loopback port, once a test process.</summary>
public static class SimulatorHost
{
    public const string AppId = "990000000000001";
    public const string AppSecret = "simulated-app-secret";
    public const string VerifyToken = "simulated-verify-token";

    private static readonly Lazy<Task<Uri>> Started = new(StartAsync);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static Task<Uri> AddressAsync() => Started.Value;

    public static async Task<JsonElement> GetAsync(string path) =>
        await Http.GetFromJsonAsync<JsonElement>(new Uri(await AddressAsync(), path));

    public static async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(new Uri(await AddressAsync(), path), body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    public static async Task SetSwitchesAsync(object switches)
    {
        using var response = await Http.PutAsJsonAsync(new Uri(await AddressAsync(), "/control/switches"), switches);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Breaks calls from now on; see the simulator's control plane.</summary>
    public static async Task FaultAsync(object fault) => await PostAsync("/control/faults", fault);

    public static async Task ClearFaultsAsync() => (await Http.DeleteAsync(new Uri(await AddressAsync(), "/control/faults"))).EnsureSuccessStatusCode();

    /// <summary>Creates an account and gives back its <c>user_id</c>.</summary>
    public static async Task<string> CreateAccountAsync(string username) =>
        (await PostAsync("/control/accounts", new { username })).GetProperty("userId").GetString()!;

    /// <summary>Answers the login page at the address as the owner of the account would; gives back where the browser is sent.</summary>
    public static async Task<Uri> AnswerLoginAsync(string authorizationUrl, string username, string answer = "accept", string[]? scopes = null)
    {
        await PostAsync("/control/next-login", new { answer, username, scopes });
        using var response = await Http.GetAsync(new Uri(authorizationUrl));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>A long-lived token with all permissions, as the accounts service would hold it; the account's webhooks are on.</summary>
    public static async Task<string> LoginAsync(string username)
    {
        var root = await AddressAsync();
        const string scopes = "instagram_business_basic,instagram_business_manage_messages,instagram_business_manage_comments,"
            + "instagram_business_content_publish,instagram_business_manage_insights";
        var login = $"{root}www/oauth/authorize?client_id={AppId}&redirect_uri=https%3A%2F%2Fsuite.test%2Fback&response_type=code&scope={scopes}";
        var back = await AnswerLoginAsync(login, username);
        var code = System.Web.HttpUtility.ParseQueryString(back.Query)["code"]!;
        using var exchange = await Http.PostAsync(new Uri(root, "/api/oauth/access_token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = AppId,
            ["client_secret"] = AppSecret,
            ["grant_type"] = "authorization_code",
            ["redirect_uri"] = "https://suite.test/back",
            ["code"] = code,
        }));
        var grant = await exchange.Content.ReadFromJsonAsync<JsonElement>();
        var token = grant.GetProperty("access_token").GetString()!;
        using var subscription = await Http.PostAsync(
            new Uri(root, $"/graph/v26.0/me/subscribed_apps?subscribed_fields=messages,message_echoes&access_token={token}"), null);
        subscription.EnsureSuccessStatusCode();
        return token;
    }

    private static async Task<Uri> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        string[] args =
        [
            $"--urls={address}", $"--Simulator:AppId={AppId}", $"--Simulator:AppSecret={AppSecret}", $"--Simulator:VerifyToken={VerifyToken}",
            "--Logging:LogLevel:Default=Warning",
        ];
        var main = typeof(simulator::Program).Assembly.EntryPoint!;
        _ = Task.Factory.StartNew(() => main.Invoke(null, [args]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Eventually.That(() => IsReadyAsync(address), what: "the simulator answers");
        return address;
    }

    private static async Task<bool> IsReadyAsync(Uri address)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(address, "/health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
