using Npgsql;

namespace SocialSelling.Identity.Tests.Audit;

public sealed class AuditRoleTests(IdentityFactory factory)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'x'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("TRUNCATE audit_entries")]
    [InlineData("DROP TABLE audit_entries")]
    [InlineData("ALTER TABLE audit_entries DISABLE TRIGGER ALL")]
    [InlineData("ALTER TABLE audit_entries OWNER TO CURRENT_USER")]
    [InlineData("ALTER TABLE audit_entries RENAME TO other")]
    [InlineData("DROP TRIGGER append_only ON audit_entries")]
    [InlineData("CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")]
    [InlineData("DROP SCHEMA identity CASCADE")]
    [InlineData("CREATE TABLE identity.other (id int)")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("INSERT INTO audit_entries SELECT * FROM audit_entries ON CONFLICT (id) DO UPDATE SET action = 'x'")]
    [InlineData("UPDATE audit_anchors SET sequence = 1")]
    [InlineData("DELETE FROM audit_anchors")]
    [InlineData("TRUNCATE audit_anchors")]
    public async Task Statement_AsTheRoleOfTheService_IsRefused(string sql)
    {
        var error = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(factory.Database.ConnectionString, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
    }

    [Theory]
    [InlineData("UPDATE identity.audit_entries SET action = 'x'")]
    [InlineData("DELETE FROM identity.audit_entries")]
    [InlineData("TRUNCATE identity.audit_entries")]
    public async Task Statement_EvenAsTheOwner_IsStoppedByTheTrigger(string sql)
    {
        var error = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(factory.Database.MigrationsConnectionString, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
    }

    [Fact]
    public async Task Role_OnEveryOtherTable_MayDoAllThatTheServiceNeeds()
    {
        await using var source = NpgsqlDataSource.Create(factory.Database.ConnectionString);
        await using var command = source.CreateCommand(
            """
            SELECT coalesce(string_agg(relname, ', '), '') FROM pg_class
            WHERE relnamespace = 'identity'::regnamespace AND relkind = 'r' AND relname NOT IN ('audit_entries', 'audit_anchors')
              AND NOT (has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
                AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE'))
            """);

        Assert.Equal("", await command.ExecuteScalarAsync(Token));
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = "identity" }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
