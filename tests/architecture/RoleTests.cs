using Npgsql;
using SocialSelling.Testing;

namespace SocialSelling.Architecture.Tests;

public sealed class RoleTests
{
    [Theory]
    [InlineData("SELECT * FROM identity.users")]
    [InlineData("INSERT INTO identity.users VALUES (1)")]
    [InlineData("CREATE TABLE identity.own (id int)")]
    [InlineData("DROP TABLE identity.users")]
    [InlineData("CREATE SCHEMA another")]
    [InlineData("CREATE TABLE public.own (id int)")]
    public async Task Role_InAnotherSchema_IsRefused(string sql)
    {
        await using var database = await TestDatabase.CreateAsync("identity");
        await database.ExecuteAsync("CREATE TABLE identity.users (id int)");
        var role = $"t_{Guid.CreateVersion7():N}";
        var stranger = await database.AddServiceAsync(role, "messaging");
        await using var source = NpgsqlDataSource.Create(stranger);
        await using (source)
        {
            await using var own = source.CreateCommand("CREATE TABLE messaging.own (id int)");
            await own.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await using var command = source.CreateCommand(sql);

            var error = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
        }
    }
}
