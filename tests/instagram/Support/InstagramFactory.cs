using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Instagram.Clients;
using SocialSelling.Testing;
using SocialSelling.Testing.Meta;

namespace SocialSelling.Instagram.Tests.Support;

/// <summary>The service on a real port, against the simulator, with short pauses.</summary>
public sealed class InstagramFactory : ServiceFactory<Program>
{
    private Uri? _simulator;
    private BusProbe? _bus;

    public InstagramFactory() => UseKestrel(0);

    public StubAccounts Accounts { get; } = new();

    public ImageServer Images { get; } = new();

    public BusProbe Bus => _bus!;

    public Uri WebhookAddress => new(ClientOptions.BaseAddress, "/api/v1/webhooks/instagram");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _simulator = await SimulatorHost.AddressAsync();
        _bus = await BusProbe.StartAsync(types =>
        {
            types.Capture<MessagesReceived>();
            types.Capture<MessageEchoReceived>();
            types.Capture<MessageSent>();
            types.Capture<MessageSendFailed>();
            types.Capture<InstagramMediaPublished>();
            types.Capture<InstagramMediaPublishFailed>();
            types.Capture<AccountInsightsCollected>();
            types.Capture<MediaInsightsCollected>();
        });
        await Images.StartAsync();
        StartServer();
        await SimulatorHost.PostAsync("/control/webhook", new { url = WebhookAddress, verifyToken = SimulatorHost.VerifyToken });
        await Eventually.That(async () => (await SimulatorHost.GetAsync("/control/webhook")).GetProperty("verified").GetBoolean());
    }

    /// <summary>The customers' messages that were told so far.</summary>
    public IEnumerable<MessageReceived> Received() => Bus.Of<MessagesReceived>().SelectMany(received => received.Messages);

    /// <summary>Waits for a customer's message.</summary>
    public async Task<MessageReceived> ReceivedAsync(string mid)
    {
        var received = await Bus.ReceivedAsync<MessagesReceived>(m => m.Messages.Any(message => message.PlatformMessageId == mid));
        return received.Messages.Single(message => message.PlatformMessageId == mid);
    }

    /// <summary>An account at the simulator, connected here.</summary>
    public async Task<TestAccount> ConnectAccountAsync()
    {
        var account = await CreateAccountAsync();
        await Bus.PublishAsync(account.Connected());
        await Eventually.That(() => InScopeAsync(async services =>
            (await services.GetRequiredService<Data.InstagramDbContext>().Accounts.FindAsync(account.AccountId)) is { Connected: true }));
        return account;
    }

    /// <summary>An account at the simulator that this service has not heard of.</summary>
    public async Task<TestAccount> CreateAccountAsync()
    {
        var username = $"shop{Guid.CreateVersion7():N}"[..30];
        var userId = await SimulatorHost.CreateAccountAsync(username);
        var account = new TestAccount(Guid.CreateVersion7(), Guid.CreateVersion7(), userId, username);
        Accounts.SetToken(account.AccountId, userId, await SimulatorHost.LoginAsync(username));
        return account;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Images.DisposeAsync();
        if (_bus is not null)
        {
            await _bus.DisposeAsync();
        }
    }

    protected override void Configure(IDictionary<string, string> settings)
    {
        settings["Meta:AppSecret"] = SimulatorHost.AppSecret;
        settings["Meta:WebhookSecrets:0"] = "the-other-secret";
        settings["Meta:WebhookVerifyToken"] = SimulatorHost.VerifyToken;
        settings["Meta:GraphBaseUrl"] = $"{_simulator}graph";
        settings["Meta:Timeout"] = "00:00:02";
        settings["Services:Accounts"] = "http://accounts.test";
        settings["Webhooks:UnknownAccountInterval"] = "00:00:00.300";
        settings["Sending:PollInterval"] = "00:00:00.100";
        settings["Sending:EchoWait"] = "00:00:00.800";
        settings["Sending:LookupInterval"] = "00:00:01";
        settings["Sending:RetryDelay"] = "00:00:00.200";
        settings["Sending:Lease"] = "00:00:04";
        settings["Publishing:PollInterval"] = "00:00:00.100";
        settings["Publishing:ContainerPoll"] = "00:00:00.200";
        settings["Publishing:ContainerDeadline"] = "00:00:03";
        settings["Publishing:OutcomePoll"] = "00:00:00.300";
        settings["Publishing:RetryDelay"] = "00:00:00.200";
        settings["Publishing:MaxAttempts"] = "4";
        settings["Publishing:Lease"] = "00:00:05";
    }

    protected override void ConfigureServices(IServiceCollection services) =>
        services.AddHttpClient(nameof(AccountsClient)).ConfigurePrimaryHttpMessageHandler(() => Accounts);
}
