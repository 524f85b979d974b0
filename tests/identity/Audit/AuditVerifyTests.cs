using System.Net;
using SocialSelling.Identity.Features.Audit;

namespace SocialSelling.Identity.Tests.Audit;

/// <summary>What somebody with every right on the database does is seen all the same.</summary>
public sealed class AuditVerifyTests(IdentityFactory factory)
{
    [Fact]
    public async Task Verify_UntouchedChain_HoldsAndGoesThroughAHeadNotedEarlier()
    {
        using var reader = await ReaderAsync();
        var before = await reader.ReadAsync("/api/v1/audit/verify");
        await factory.AppendAsync(AuditEvents.Create(reader.Workspace));

        var after = await reader.ReadAsync(
            $"/api/v1/audit/verify?entries={before.GetProperty("entries").GetInt64()}&hash={before.GetProperty("hash").GetString()!.ToUpperInvariant()}");

        Assert.True(before.GetProperty("valid").GetBoolean());
        Assert.True(after.GetProperty("valid").GetBoolean(), after.ToString());
        Assert.True(after.GetProperty("entries").GetInt64() > before.GetProperty("entries").GetInt64());
    }

    [Theory]
    [InlineData("UPDATE identity.audit_entries SET action = 'member.joined' WHERE chain_id = '{0}' AND sequence = 4", 4)]
    [InlineData("UPDATE identity.audit_entries SET before = NULL WHERE chain_id = '{0}' AND sequence = 4", 4)]
    [InlineData("UPDATE identity.audit_entries SET occurred_at = occurred_at + interval '1 microsecond' WHERE chain_id = '{0}' AND sequence = 5", 5)]
    [InlineData("DELETE FROM identity.audit_entries WHERE chain_id = '{0}' AND sequence = 4", 4)]
    [InlineData("DELETE FROM identity.audit_entries WHERE chain_id = '{0}' AND sequence = 1", 1)]
    [InlineData("DELETE FROM identity.audit_entries WHERE chain_id = '{0}' AND sequence > 4", 5)]
    [InlineData("DELETE FROM identity.audit_entries WHERE chain_id = '{0}'", 1)]
    [InlineData("UPDATE identity.audit_anchors SET sealed_hash = decode(repeat('00', 60), 'hex') WHERE chain_id = '{0}' AND sequence = 6", 6)]
    [InlineData("UPDATE identity.audit_entries SET action = 'x', hash = decode(repeat('00', 32), 'hex') WHERE chain_id = '{0}' AND sequence = 6", 6)]
    public async Task Verify_ChainThatWasTamperedWith_NamesTheFirstBrokenPlace(string sql, long brokenAt)
    {
        using var reader = await ReaderAsync();
        await TamperAsync(reader, sql);

        var answer = await reader.ReadAsync("/api/v1/audit/verify");

        Assert.False(answer.GetProperty("valid").GetBoolean());
        Assert.Equal(brokenAt, answer.GetProperty("brokenAt").GetInt64());
        Assert.NotEmpty(answer.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task Verify_ChainAndAnchorsRolledBackTogether_DoesNotMeetTheHeadNotedEarlier()
    {
        using var reader = await ReaderAsync();
        var noted = await reader.ReadAsync("/api/v1/audit/verify");
        await TamperAsync(
            reader, "DELETE FROM identity.audit_entries WHERE chain_id = '{0}' AND sequence > 4; DELETE FROM identity.audit_anchors WHERE chain_id = '{0}' AND sequence > 4");

        var alone = await reader.ReadAsync("/api/v1/audit/verify");
        var compared = await reader.ReadAsync(
            $"/api/v1/audit/verify?entries={noted.GetProperty("entries").GetInt64()}&hash={noted.GetProperty("hash").GetString()}");

        Assert.True(alone.GetProperty("valid").GetBoolean());
        Assert.Equal((false, 5), (compared.GetProperty("valid").GetBoolean(), compared.GetProperty("brokenAt").GetInt64()));
    }

    [Fact]
    public async Task Command_WithABrokenChain_NamesItAndFails()
    {
        using var reader = await ReaderAsync();
        await TamperAsync(reader, "DELETE FROM identity.audit_entries WHERE chain_id = '{0}' AND sequence = 3");
        await using var output = new StringWriter();

        var valid = await factory.InScopeAsync(services => AuditCommands.VerifyAsync(services, output, TestContext.Current.CancellationToken));

        Assert.False(valid);
        Assert.Contains($"chain {reader.Workspace} is broken at entry 3: Entries are missing here.", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entries=1", "hash")]
    [InlineData("hash=00", "entries")]
    [InlineData("entries=0&hash=00", "entries")]
    [InlineData("entries=1&hash=zz", "hash")]
    public async Task Verify_HalfAHead_IsRefused(string query, string field)
    {
        using var reader = await AuditClient.CreateAsync(factory);

        using var response = await reader.GetAsync($"/api/v1/audit/verify?{query}");

        Assert.Equal([field], await Problem.AssertAsync(response, HttpStatusCode.BadRequest, "VALIDATION_001"));
    }

    /// <summary>A chain of at least six entries, of which nobody writes another meanwhile.</summary>
    private async Task<AuditClient> ReaderAsync()
    {
        var reader = await AuditClient.CreateAsync(factory);
        await SocialSelling.Testing.Eventually.That(async () => (await factory.ReadChainAsync(reader.Workspace)).Count == 2);
        for (var number = 3; number <= 6; number++)
        {
            await factory.AppendAsync(AuditEvents.Create(reader.Workspace));
        }

        return reader;
    }

    private Task TamperAsync(AuditClient reader, string sql) =>
        factory.Database.ExecuteAsync($"SET session_replication_role = replica; {string.Format(null, sql, reader.Workspace)}");
}
