using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SocialSelling.MetaSimulator.Tests;

/// <summary>A simulator of its own for each test, its webhook receiver and its picture server.</summary>
internal sealed class Simulator : WebApplicationFactory<Program>
{
    public const string AppId = "990000000000001";
    public const string AppSecret = "a-secret-of-the-tests";
    public const string RedirectUri = "https://app.test/callback/";
    public const string AllScopes = "instagram_business_basic,instagram_business_manage_messages,instagram_business_manage_comments,"
        + "instagram_business_content_publish,instagram_business_manage_insights";

    private HttpClient? client;

    public WebhookReceiver Webhooks { get; } = new();

    public PictureServer Pictures { get; } = new();

    public HttpClient Http => client ??= CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Simulator:AppSecret", AppSecret);
        builder.UseSetting("Simulator:VerifyToken", WebhookReceiver.VerifyToken);
        builder.UseSetting("Simulator:WebhookUrl", "http://app.test/webhooks");
        builder.UseSetting("Simulator:WebhookTimeoutSeconds", "0.3");
        builder.UseSetting("Simulator:MediaTimeoutSeconds", "0.3");
        builder.UseSetting("Simulator:RedirectUris:0", RedirectUri);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.AddHttpClient(MetaSimulatorModule.WebhookHttpClient).ConfigurePrimaryHttpMessageHandler(() => Webhooks);
            services.AddHttpClient(MetaSimulatorModule.MediaHttpClient).ConfigurePrimaryHttpMessageHandler(() => Pictures);
        });
    }

    public async Task<Uri> AuthorizeAsync(string scopes = AllScopes, string? state = "s1")
    {
        var response = await Http.GetAsync(AuthorizePath(scopes, state));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!;
    }

    public static string AuthorizePath(string scopes = AllScopes, string? state = "s1") =>
        $"/www/oauth/authorize?client_id={AppId}&redirect_uri={HttpUtility.UrlEncode(RedirectUri)}&response_type=code&scope={scopes}&state={state}";

    public async Task<string> CodeAsync(string username = "demo_shop", string scopes = AllScopes)
    {
        await ControlAsync("next-login", new { answer = "accept", username });
        return HttpUtility.ParseQueryString((await AuthorizeAsync(scopes)).Query)["code"]!;
    }

    public Task<HttpResponseMessage> ExchangeAsync(string code, string redirectUri = RedirectUri, string secret = AppSecret) =>
        Http.PostAsync("/api/oauth/access_token", Form(("client_id", AppId), ("client_secret", secret), ("grant_type", "authorization_code"),
            ("redirect_uri", redirectUri), ("code", code)));

    public async Task<string> ShortTokenAsync(string username = "demo_shop", string scopes = AllScopes) =>
        (await JsonAsync(await ExchangeAsync(await CodeAsync(username, scopes)))).GetProperty("access_token").GetString()!;

    public async Task<string> TokenAsync(string username = "demo_shop", string scopes = AllScopes)
    {
        var token = await ShortTokenAsync(username, scopes);
        var answer = await GetAsync($"/graph/access_token?grant_type=ig_exchange_token&client_secret={AppSecret}&access_token={token}");
        return answer.GetProperty("access_token").GetString()!;
    }

    public async Task<string> SubscribedTokenAsync(string fields = "messages,message_echoes", string username = "demo_shop")
    {
        var token = await TokenAsync(username);
        await PostAsync("/graph/me/subscribed_apps", token, ("subscribed_fields", fields));
        return token;
    }

    /// <summary>A customer writes; returns the IGSID.</summary>
    public async Task<(string Igsid, string Mid)> CustomerWritesAsync(string text, string person = "customer_one", string account = "demo_shop")
    {
        var answer = await ControlAsync($"accounts/{account}/people/{person}/messages", new { text });
        return (answer.GetProperty("igsid").GetString()!, answer.GetProperty("mid").GetString()!);
    }

    public Task<HttpResponseMessage> SendAsync(string token, string igsid, string text, string? tag = null) =>
        Http.PostAsJsonAsync($"/graph/v26.0/me/messages?access_token={token}", new { recipient = new { id = igsid }, message = new { text }, tag });

    public async Task<JsonElement> GetAsync(string path) => await JsonAsync(await Http.GetAsync(path));

    public async Task<JsonElement> PostAsync(string path, string token, params (string, string)[] fields) =>
        await JsonAsync(await Http.PostAsync(path, Form([.. fields, ("access_token", token)])));

    public async Task<JsonElement> ControlAsync(string path, object body) => await JsonAsync(await Http.PostAsJsonAsync("/control/" + path, body));

    public Task AdvanceAsync(TimeSpan by) => ControlAsync("clock", new { advanceSeconds = by.TotalSeconds });

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
