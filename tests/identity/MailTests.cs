using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.ServiceDefaults.Sealing;
using SocialSelling.Testing;

namespace SocialSelling.Identity.Tests;

public sealed class MailTests(IdentityFactory factory)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_Asked_ArrivesInTheLanguageAndForgetsItsContent()
    {
        var to = Person.NewEmail();
        await AskAsync("reset-password", "pt", to, ("name", "Zé <b>"), ("link", "https://suite.test/account/reset-password#token=abc"),
            ("expires", "2090-03-01T14:05:00Z"), ("timezone", "Europe/Lisbon"));

        var mail = await factory.Mails.ReceivedAsync(to, "Escolha uma nova palavra-passe");

        Assert.Contains("Olá Zé <b>,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Olá <b>Zé &lt;b&gt;</b>,", mail.Html, StringComparison.Ordinal);
        Assert.Contains("1 de março de 2090, 14:05 (Europe/Lisbon)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://suite.test/account/reset-password#token=abc", mail.Text, StringComparison.Ordinal);
        var stored = await EndedAsync(IdOf(mail.Headers.Single(header => header.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value));
        Assert.Equal((MailState.Sent, true, 1), (stored.State, stored.SealedContent is null, stored.Attempts));
    }

    [Fact]
    public async Task Mail_AskedTwice_ArrivesOnce()
    {
        var (to, id) = (Person.NewEmail(), Guid.CreateVersion7());
        var request = Request(id, "account-deleted", to);
        await using var probe = await BusProbe.StartAsync();
        await probe.PublishAsync(request);
        await probe.PublishAsync(request);
        await EndedAsync(id);
        await AskAsync("account-deleted", "en", to, ("name", "Last"));

        await Eventually.That(() => Task.FromResult(factory.Mails.To(to).Any(mail => mail.Text.Contains("Last", StringComparison.Ordinal))));
        Assert.Equal(2, factory.Mails.To(to).Count);
    }

    [Fact]
    public async Task Mail_FoundHalfSent_IsSentOnceMoreWithItsMessageId()
    {
        var (to, id) = (Person.NewEmail(), Guid.CreateVersion7());
        await InsertSendingAsync(id, to, interruptions: 0);

        var mail = await factory.Mails.ReceivedAsync(to, "deleted");

        Assert.Equal($"<{id:N}@suite.test>", mail.Headers.Single(header => header.Name == "Message-ID").Value);
        Assert.Equal((MailState.Sent, 1), await StateAsync(id));
    }

    [Fact]
    public async Task Mail_FoundHalfSentAgain_IsGivenUp()
    {
        var (to, id) = (Person.NewEmail(), Guid.CreateVersion7());
        await InsertSendingAsync(id, to, interruptions: 1);

        var mail = await EndedAsync(id);

        Assert.Equal((MailState.Failed, "interrupted", true), (mail.State, mail.Failure, mail.SealedContent is null));
        Assert.Empty(factory.Mails.To(to));
    }

    [Fact]
    public async Task Mail_ServerAway_WaitsAndIsSentWhenItIsBack()
    {
        var (to, id) = (Person.NewEmail(), Guid.CreateVersion7());
        await using var database = await OtherDatabaseAsync();
        using (var away = With(database, ("Mail:Port", "1")))
        {
            await QueueAsync(away, id, to);
            await Eventually.That(async () => (await FindAsync(away, id)) is { Attempts: 1, State: MailState.Queued, LeasedUntil: null });
            Assert.StartsWith("connection_", (await FindAsync(away, id))!.Failure, StringComparison.Ordinal);
        }

        await database.ExecuteAsync("UPDATE identity.mails SET next_attempt_at = now()");
        using var back = With(database);
        using var started = back.CreateClient();

        await factory.Mails.ReceivedAsync(to, "deleted");
        await Eventually.That(async () => (await FindAsync(back, id))!.State == MailState.Sent);
    }

    [Fact]
    public async Task Mail_NoServerSet_WaitsAndDegradesTheService()
    {
        var (to, id) = (Person.NewEmail(), Guid.CreateVersion7());
        await using var database = await OtherDatabaseAsync();
        using var without = With(database, ("Mail:Host", ""), ("Mail:From", ""));
        await QueueAsync(without, id, to);

        await Eventually.That(async () => (await HealthAsync(without)).Contains("\"name\":\"mail\",\"status\":\"degraded\"", StringComparison.Ordinal));

        Assert.Equal((MailState.Queued, 0), ((await FindAsync(without, id))!.State, (await FindAsync(without, id))!.Attempts));
    }

    [Fact]
    public async Task Mail_TooOldOrExpired_IsGivenUp()
    {
        var (expired, unknown) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await QueueAsync(factory, expired, Person.NewEmail(), ("link", "https://suite.test/x"), ("expires", "2020-01-01T00:00:00Z"));
        await QueueAsync(factory, unknown, Person.NewEmail(), template: "no-such-template");

        Assert.Equal("expired", (await EndedAsync(expired)).Failure);
        Assert.Equal("no_template", (await EndedAsync(unknown)).Failure);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    public async Task Mail_AddressThatIsNone_IsRefused(string to)
    {
        var id = Guid.CreateVersion7();
        await QueueAsync(factory, id, to);

        await Eventually.That(async () => (await FindAsync(factory, id))!.Failure == "address");
    }

    private async Task AskAsync(string template, string language, string to, params (string Name, string Value)[] values)
    {
        await factory.InScopeAsync(async services =>
        {
            services.GetRequiredService<MailQueue>().Add(template, language, Content(to, values));
            return await services.GetRequiredService<IdentityDbContext>().SaveChangesAsync(Token);
        });
    }

    private MailRequested Request(Guid id, string template, string to, params (string Name, string Value)[] values)
    {
        var secret = Sealed(id, to, values);
        return new MailRequested
        {
            MailId = id,
            Template = template,
            Language = "en",
            SealingKeyId = secret.KeyId,
            SealedContent = Convert.ToBase64String(secret.Bytes),
            OccurredAt = DateTimeOffset.UtcNow,
        };
    }

    private SealedSecret Sealed(Guid id, string to, (string Name, string Value)[] values) => factory.Services.GetRequiredService<SecretSealer>()
        .Seal(JsonSerializer.SerializeToUtf8Bytes(Content(to, values)), MailContent.Context(id));

    private static MailContent Content(string to, (string Name, string Value)[] values) =>
        new(to, values.ToDictionary(value => value.Name, value => value.Value));

    private Task<int> QueueAsync(
        WebApplicationFactory<Program> host, Guid id, string to, params (string Name, string Value)[] values) => QueueAsync(host, id, to, "account-deleted", values);

    private async Task<int> QueueAsync(
        WebApplicationFactory<Program> host, Guid id, string to, string template, params (string Name, string Value)[] values)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var secret = Sealed(id, to, values);
        var now = DateTimeOffset.UtcNow;
        db.Add(Mail.Queue(id, template, "en", null, secret.KeyId, secret.Bytes, now, now));
        return await db.SaveChangesAsync(Token);
    }

    private async Task InsertSendingAsync(Guid id, string to, int interruptions)
    {
        await factory.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<IdentityDbContext>();
            var secret = Sealed(id, to, []);
            var past = DateTimeOffset.UtcNow.AddMinutes(-10);
            var mail = Mail.Queue(id, "account-deleted", "en", null, secret.KeyId, secret.Bytes, past, past);
            for (var attempt = 0; attempt <= interruptions; attempt++)
            {
                mail.TryBegin(past, TimeSpan.FromMinutes(1));
            }

            db.Add(mail);
            return await db.SaveChangesAsync(Token);
        });
    }

    private async Task<Mail> EndedAsync(Guid id) => await Eventually.Value(async () => await FindAsync(factory, id) is { EndedAt: not null } mail ? mail : null);

    private async Task<(MailState State, int Interruptions)> StateAsync(Guid id)
    {
        var mail = await EndedAsync(id);
        return (mail.State, mail.Interruptions);
    }

    private static async Task<Mail?> FindAsync(WebApplicationFactory<Program> host, Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IdentityDbContext>().Mails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, Token);
    }

    private static async Task<string> HealthAsync(WebApplicationFactory<Program> host)
    {
        using var client = host.CreateClient();
        return await client.GetStringAsync("/health/ready", Token);
    }

    private static async Task<TestDatabase> OtherDatabaseAsync()
    {
        var database = await TestDatabase.CreateAsync("identity");
        await TestMigrations.ApplyAsync(typeof(Program).Assembly, database);
        return database;
    }

    private WebApplicationFactory<Program> With(TestDatabase database, params (string Key, string Value)[] settings) => factory.WithWebHostBuilder(builder =>
    {
        builder.WithoutWorkers("MailWorker", "SigningKeyWorker").UseSetting("ConnectionStrings:Database", database.ConnectionString);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    });

    private static Guid IdOf(string messageId) => Guid.ParseExact(messageId[1..messageId.IndexOf('@', StringComparison.Ordinal)], "N");
}
