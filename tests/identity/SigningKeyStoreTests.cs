using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Sealing;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

public sealed class SigningKeyStoreTests : IAsyncLifetime
{
    private readonly SigningKeyOptions keyOptions = new();
    private static readonly (string, string) OldKey = ("one", NewKey());
    private static readonly (string, string) NewerKey = ("two", NewKey());
    private readonly RecordedEvents events = new();
    private readonly SecretSealer sealer = CreateSealer("one", OldKey);
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

        await Assert.ThrowsAnyAsync<CryptographicException>(() => LoadAsync(new SetClock(), CreateSealer("one", ("one", NewKey()))));
    }

    [Fact]
    public async Task Rotate_OnCommand_OverlapsAndIsNotRepeatedWhileUnderWay()
    {
        var clock = new SetClock();
        var first = Assert.Single((await LoadAsync(clock)).Published);

        var (key, made) = await UseAsync(clock, store => store.RotateAsync(Token));
        var (again, madeAgain) = await UseAsync(clock, store => store.RotateAsync(Token));

        Assert.Equal((true, false, key.Id), (made, madeAgain, again.Id));
        var set = await LoadAsync(clock);
        Assert.Equal([first.Id, key.Id.ToString("N")], set.Published.Select(published => published.Id));
        Assert.Equal(first.Id, set.Current(clock.GetUtcNow()).Id);
        Assert.Equal(key.Id.ToString("N"), set.Current(clock.GetUtcNow() + keyOptions.ActivationDelay).Id);
        Assert.Equal(2, events.Added.OfType<AuditEntryRecorded>().Count(entry => entry.Action == "signing_key.rotated"));
    }

    [Fact]
    public async Task Reseal_MasterKeyChanged_NewOneAloneOpensTheKeys()
    {
        var clock = new SetClock();
        var first = Assert.Single((await LoadAsync(clock)).Published);
        var both = CreateSealer("two", OldKey, NewerKey);

        await using (var db = Context())
        {
            Assert.Equal(1, await new SigningKeyResealer(db, both).ResealAsync(Token));
            Assert.Equal(0, await new SigningKeyResealer(db, both).ResealAsync(Token));
        }

        var onlyNew = CreateSealer("two", NewerKey);
        Assert.Equal(first.Id, Assert.Single((await LoadAsync(clock, onlyNew)).Published).Id);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => LoadAsync(clock));
    }

    [Fact]
    public async Task Reseal_AuthenticatorsAndMails_NewMasterKeyAloneOpensThem()
    {
        var now = DateTimeOffset.UtcNow;
        var user = User.Register(Person.NewEmail(), "Ann Lee", null, null, now);
        var mailId = Guid.CreateVersion7();
        var secret = sealer.Seal("secret"u8, TotpCredential.Context(user.Id));
        var content = sealer.Seal("content"u8, MailContent.Context(mailId));
        await using var db = Context();
        db.AddRange(
            user, TotpCredential.Begin(user.Id, secret.KeyId, secret.Bytes, now),
            Domain.Mail.Queue(mailId, "verify-email", "en", null, content.KeyId, content.Bytes, now, now));
        await db.SaveChangesAsync(Token);
        db.ChangeTracker.Clear();

        var both = CreateSealer("two", OldKey, NewerKey);
        Assert.Equal((1, 1), (await new TotpResealer(db, both).ResealAsync(Token), await new MailResealer(db, both).ResealAsync(Token)));
        Assert.Equal((0, 0), (await new TotpResealer(db, both).ResealAsync(Token), await new MailResealer(db, both).ResealAsync(Token)));

        var (onlyNew, totp, mail) = (CreateSealer("two", NewerKey), await db.Set<TotpCredential>().SingleAsync(Token), await db.Set<Domain.Mail>().SingleAsync(Token));
        Assert.Equal("secret"u8, onlyNew.Open(new(totp.SealingKeyId, totp.SealedSecret), TotpCredential.Context(user.Id)));
        Assert.Equal("content"u8, onlyNew.Open(new(mail.SealingKeyId!, mail.SealedContent!), MailContent.Context(mailId)));
    }

    private static SecretSealer CreateSealer(string active, params (string Id, string Key)[] keys)
    {
        var options = new SealingOptions { ActiveKey = active };
        foreach (var (id, key) in keys)
        {
            options.Keys[id] = key;
        }

        return new(Microsoft.Extensions.Options.Options.Create(options));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private IdentityDbContext Context() => new(new DbContextOptionsBuilder<IdentityDbContext>().UseNpgsql(database.ConnectionString).Options);

    private Task<SigningKeySet> LoadAsync(SetClock clock, SecretSealer? other = null) => UseAsync(clock, store => store.LoadAsync(Token), other);

    private async Task<T> UseAsync<T>(SetClock clock, Func<SigningKeyStore, Task<T>> use, SecretSealer? other = null)
    {
        await using var db = Context();
        IOptions<SigningKeyOptions> keys = Microsoft.Extensions.Options.Options.Create(keyOptions);
        return await use(new SigningKeyStore(
            db, other ?? sealer, new AuditTrail(events, new HttpContextAccessor(), new ServiceInfo("identity"), clock), keys,
            Microsoft.Extensions.Options.Options.Create(new SessionLifetimeOptions()), clock));
    }
}
