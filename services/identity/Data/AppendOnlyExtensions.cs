using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialSelling.Identity.Data;

/// <summary>Makes tables that only grow. Two locks: the service's role has no right to change them, and triggers refuse it to everybody.</summary>
internal static class AppendOnlyExtensions
{
    private const string Function = "identity.refuse_change";

    public static void CreateAppendOnlyGuard(this MigrationBuilder migration) => migration.Sql(
        $"""
        CREATE FUNCTION {Function}() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END $body$
        """);

    /// <summary>Takes from every role but the owner what the schema's default privileges have given it beyond reading and adding.</summary>
    public static void MakeAppendOnly(this MigrationBuilder migration, string table) => migration.Sql(
        $"""
        DO $body$
        DECLARE role name;
        BEGIN
            FOR role IN SELECT DISTINCT pg_get_userbyid(acl.grantee) FROM pg_class, aclexplode(relacl) AS acl
                WHERE pg_class.oid = 'identity.{table}'::regclass AND acl.grantee NOT IN (0, relowner)
            LOOP
                EXECUTE format('REVOKE ALL ON identity.{table} FROM %I', role);
                EXECUTE format('GRANT SELECT, INSERT ON identity.{table} TO %I', role);
            END LOOP;
        END $body$;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.{table}
            FOR EACH STATEMENT EXECUTE FUNCTION {Function}();
        """);

    public static void DropAppendOnlyGuard(this MigrationBuilder migration) => migration.Sql($"DROP FUNCTION {Function}()");
}
