using System.Net.Http.Json;
using System.Text.Json;
using SocialSelling.Contracts.Access;
using SocialSelling.Contracts.Accounts;
using SocialSelling.Testing;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Accounts.Tests.Support;

/// <summary>The service against the simulator.</summary>
public sealed class AccountsFactory : ServiceFactory<Program>
{
    private Uri? _simulator;
    private BusProbe? _bus;

    public BusProbe Bus => _bus!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _simulator = await SimulatorHost.AddressAsync();
        _bus = await BusProbe.StartAsync(types => types.Capture<AccountConnected>().Capture<AccountDisconnected>());
    }

    /// <summary>A user of a workspace who may do all with accounts.</summary>
    public HttpClient CreateManager(Guid workspaceId) =>
        CreateClient(Guid.CreateVersion7(), workspaceId, Permissions.AccountsRead, Permissions.AccountsManage);

    /// <summary>An account at the simulator; gives back its name and <c>user_id</c>.</summary>
    public static async Task<(string Username, string UserId)> NewAccountAsync()
    {
        var username = $"shop{Guid.CreateVersion7():N}"[..30];
        return (username, await SimulatorHost.CreateAccountAsync(username));
    }

    /// <summary>The way through the login page; gives back the callback's answer.</summary>
    public async Task<HttpResponseMessage> ConnectAsync(HttpClient manager, string username, string answer = "accept", string[]? scopes = null)
    {
        var back = await SimulatorHost.AnswerLoginAsync(await BeginAsync(manager), username, answer, scopes);
        return await CreateClient().GetAsync(back.PathAndQuery);
    }

    /// <summary>The address of the login page.</summary>
    public static async Task<string> BeginAsync(HttpClient manager)
    {
        using var begun = await manager.PostAsync("/api/v1/accounts/instagram/connect", null);
        begun.EnsureSuccessStatusCode();
        return (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("authorizationUrl").GetString()!;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_bus is not null)
        {
            await _bus.DisposeAsync();
        }
    }

    protected override void Configure(IDictionary<string, string> settings)
    {
        settings["Meta:AppId"] = SimulatorHost.AppId;
        settings["Meta:AppSecret"] = SimulatorHost.AppSecret;
        settings["Meta:AuthorizeBaseUrl"] = $"{_simulator}www";
        settings["Meta:ApiBaseUrl"] = $"{_simulator}api";
        settings["Meta:GraphBaseUrl"] = $"{_simulator}graph";
    }
}
