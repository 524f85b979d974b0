using Npgsql;

namespace SocialSelling.Testing;

/// <summary>
/// A fresh database with one schema and one login role, as <c>./dev</c> makes them for a service, and for identity a second role that owns
/// the tables; dropped on disposal.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string OwnedApart = "identity";

    private readonly string _name;
    private readonly List<string> _roles = [];

    private TestDatabase(string name, string schema)
    {
        _name = name;
        Schema = schema;
        ConnectionString = As(name, name);
        MigrationsConnectionString = ConnectionString;
    }

    /// <summary>The service's schema.</summary>
    public string Schema { get; }

    /// <summary>Connection string of the service's role.</summary>
    public string ConnectionString { get; }

    /// <summary>Connection string of the role that migrates: the owner of the tables.</summary>
    public string MigrationsConnectionString { get; private set; }

    /// <summary>Connection string of the superuser to this database.</summary>
    public string AdminConnectionString => new NpgsqlConnectionStringBuilder(TestEnvironment.Postgres) { Database = _name }.ConnectionString;

    /// <summary>Creates database, role and schema.</summary>
    public static async Task<TestDatabase> CreateAsync(string schema)
    {
        var database = new TestDatabase($"test_{schema}_{Guid.CreateVersion7():N}", schema);
        await ExecuteAsync(TestEnvironment.Postgres, $"CREATE DATABASE {database._name}");
        await database.AddServiceAsync(database._name, schema);
        if (schema == OwnedApart) await database.AddOwnerAsync();
        return database;
    }

    /// <summary>Adds another role with its own schema, and returns its connection string.</summary>
    public async Task<string> AddServiceAsync(string role, string schema)
    {
        _roles.Add(role);
        await ExecuteAsync(AdminConnectionString, $"CREATE ROLE {role} LOGIN PASSWORD '{role}'; CREATE SCHEMA {schema} AUTHORIZATION {role}");
        return As(role, _name);
    }

    /// <summary>Runs a statement as the superuser.</summary>
    public Task ExecuteAsync(string sql) => ExecuteAsync(AdminConnectionString, sql);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(TestEnvironment.Postgres, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        foreach (var role in _roles) await ExecuteAsync(TestEnvironment.Postgres, $"DROP ROLE IF EXISTS {role}");
    }

    // The same statements as in deploy/compose/postgres/owner.sql.
    private async Task AddOwnerAsync()
    {
        var owner = $"{_name}_owner";
        _roles.Add(owner);
        await ExecuteAsync(
            AdminConnectionString,
            $"""
            CREATE ROLE {owner} LOGIN PASSWORD '{owner}';
            ALTER SCHEMA {Schema} OWNER TO {owner};
            GRANT USAGE ON SCHEMA {Schema} TO {_name};
            ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA {Schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {_name};
            ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA {Schema} GRANT SELECT, USAGE ON SEQUENCES TO {_name};
            """);
        MigrationsConnectionString = As(owner, _name);
    }

    private static string As(string role, string database) =>
        new NpgsqlConnectionStringBuilder(TestEnvironment.Postgres) { Username = role, Password = role, Database = database }.ConnectionString;

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
