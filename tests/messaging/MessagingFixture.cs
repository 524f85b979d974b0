using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Instagram;
using SocialSelling.Contracts.Messaging;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Tests;
using SocialSelling.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(MessagingFixture))]

namespace SocialSelling.Messaging.Tests;

/// <summary>Messaging in this process, and a probe on its broker. Tests keep apart by workspace.</summary>
public sealed class MessagingFixture : ServiceFactory<Program>
{
    private BusProbe? _bus;

    public BusProbe Bus => _bus ?? throw new InvalidOperationException("The fixture has not been initialized.");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _bus = await BusProbe.StartAsync(types => types.Capture<SendInstagramMessageRequested>().Capture<ConversationsUpdated>());
        using var client = CreateClient();
        // Until the consumers' queues stand, what is published to them is lost.
        await Eventually.That(async () =>
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains("\"rabbitmq\",\"status\":\"healthy\"", StringComparison.Ordinal);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        if (_bus is not null) await _bus.DisposeAsync();
        await base.DisposeAsync();
    }

    // The tests' tokens have no session in Redis; the test of the watch gives it one.
    protected override void Configure(IDictionary<string, string> settings) => settings["Messaging:Realtime:SessionCheckInterval"] = "01:00:00";

    internal Task<T> QueryAsync<T>(Func<MessagingDbContext, Task<T>> query) =>
        InScopeAsync(services => query(services.GetRequiredService<MessagingDbContext>()));
}
