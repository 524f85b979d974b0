using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace SocialSelling.Testing;

/// <summary>Runs one service in the test process, on a database of its own and on the real Redis and RabbitMQ.</summary>
/// <remarks>
/// Its queues have fixed names: two factories of one service at the same time would share them. Use one a test assembly:
/// <c>[assembly: AssemblyFixture(typeof(MessagingFactory))]</c>, and tell tests apart by their ids.
/// </remarks>
/// <typeparam name="TProgram">The service's <c>Program</c>.</typeparam>
public class ServiceFactory<TProgram> : WebApplicationFactory<TProgram>, IAsyncLifetime
    where TProgram : class
{
    private readonly string _objects = Path.Combine(Path.GetTempPath(), $"objects-{Guid.CreateVersion7():N}");
    private TestDatabase? _database;
    private Uri? _authority;

    /// <summary>The service's name, taken from its assembly: <c>SocialSelling.Messaging</c> is <c>messaging</c>.</summary>
    public string Service { get; } = ServiceNameOf();

    /// <summary>The database under the service.</summary>
    public TestDatabase Database => _database ?? throw new InvalidOperationException("The factory has not been initialized.");

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.AddressAsync();
        _database = await TestDatabase.CreateAsync(Service);
        await TestMigrations.ApplyAsync(typeof(TProgram).Assembly, _database);
    }

    /// <summary>A client that acts as a user of the workspace with these permissions.</summary>
    public HttpClient CreateClient(Guid userId, Guid workspaceId, params string[] permissions) =>
        WithToken(TestTokens.Create(userId, workspaceId, permissions));

    /// <summary>The same for a member who is confined to these accounts.</summary>
    public HttpClient CreateConfinedClient(Guid userId, Guid workspaceId, IReadOnlyList<Guid> accounts, params string[] permissions) =>
        WithToken(TestTokens.Create(userId, workspaceId, "ENTERPRISE", accounts, permissions));

    /// <summary>The same in a workspace on this plan.</summary>
    public HttpClient CreateClientOnPlan(string plan, Guid userId, Guid workspaceId, params string[] permissions) =>
        WithToken(TestTokens.Create(userId, workspaceId, plan, null, permissions));

    /// <summary>A client that acts as another service.</summary>
    public HttpClient CreateInternalClient() => WithToken(TestTokens.CreateInternal());

    /// <summary>Runs code with the service's own registrations, such as its DbContext.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        if (Directory.Exists(_objects)) Directory.Delete(_objects, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Settings of one service only; called with the common ones already there.</summary>
    protected virtual void Configure(IDictionary<string, string> settings)
    {
    }

    /// <inheritdoc />
    protected sealed override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        var settings = TestSettings.Create(Database, _authority!, _objects);
        Configure(settings);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(ConfigureServices);
    }

    /// <summary>Replaces registrations, such as a client at Meta's edge.</summary>
    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }

    private static string ServiceNameOf()
    {
        var name = typeof(TProgram).Assembly.GetName().Name!;
#pragma warning disable CA1308 // Schemas and roles are lower case.
        return name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant();
#pragma warning restore CA1308
    }

    private HttpClient WithToken(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
