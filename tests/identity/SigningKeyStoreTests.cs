using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Sealing;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

public sealed class SigningKeyStoreTests : IAsyncLifetime
{
    private readonly SigningKeyOptions keyOptions = new();
    private readonly SecretSealer sealer = CreateSealer();
    private TestDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("identity");
        await TestMigrations.ApplyAsync(typeof(Program).Assembly, database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Load_ManyInstancesAtOnce_AgreeOnOneKey()
    {
        var clock = new SetClock();

        var sets = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LoadAsync(clock)));

        var id = Assert.Single(sets.SelectMany(set => set.Published).Select(key => key.Id).Distinct());
        Assert.All(sets, set => Assert.Equal(id, set.Current(clock.GetUtcNow()).Id));
    }

    [Fact]
    public async Task Load_KeyPastItsPeriod_PublishesTheNextBeforeItSigns()
    {
        var clock = new SetClock();
        var first = Assert.Single((await LoadAsync(clock)).Published);
        clock.Advance(keyOptions.RotationPeriod);

        var sets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LoadAsync(clock)));

        Assert.All(sets, set => Assert.Equal(2, set.Published.Count));
        Assert.All(sets, set => Assert.Equal(first.Id, set.Current(clock.GetUtcNow()).Id));
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(first.Id, sets[0].Current(clock.GetUtcNow()).Id);
        clock.Advance(keyOptions.ActivationDelay);
        Assert.NotEqual(first.Id, sets[0].Current(clock.GetUtcNow()).Id);
    }

    [Fact]
    public async Task Load_TokensOfTheOldKeyHaveExpired_WithdrawsIt()
    {
        var clock = new SetClock();
        await LoadAsync(clock);
        clock.Advance(keyOptions.RotationPeriod);
        await LoadAsync(clock);
        clock.Advance(keyOptions.ActivationDelay + TimeSpan.FromHours(1));
        Assert.Equal(2, (await LoadAsync(clock)).Published.Count);

        clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Single((await LoadAsync(clock)).Published);
    }

    [Fact]
    public async Task Load_AnotherMasterKey_CannotOpenTheKey()
    {
        await LoadAsync(new SetClock());

        await Assert.ThrowsAnyAsync<CryptographicException>(() => LoadAsync(new SetClock(), CreateSealer()));
    }

    private static SecretSealer CreateSealer()
    {
        var options = new SealingOptions { ActiveKey = "one" };
        options.Keys["one"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return new(Microsoft.Extensions.Options.Options.Create(options));
    }

    private async Task<SigningKeySet> LoadAsync(SetClock clock, SecretSealer? other = null)
    {
        await using var db = new IdentityDbContext(new DbContextOptionsBuilder<IdentityDbContext>().UseNpgsql(database.ConnectionString).Options);
        IOptions<SigningKeyOptions> keys = Microsoft.Extensions.Options.Options.Create(keyOptions);
        var store = new SigningKeyStore(db, other ?? sealer, keys, Microsoft.Extensions.Options.Options.Create(new SessionLifetimeOptions()), clock);
        return await store.LoadAsync(Token);
    }
}
