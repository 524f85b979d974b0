using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SocialSelling.Instagram.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "instagram");

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "instagram",
                columns: table => new
                {
                    caller = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    status_code = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.caller, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                schema: "instagram",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "instagram_accounts",
                schema: "instagram",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    platform_account_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    username = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    connected = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instagram_accounts", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "media_publications",
                schema: "instagram",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    image_url = table.Column<string>(type: "text", nullable: false),
                    caption = table.Column<string>(type: "text", nullable: true),
                    alt_text = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    container_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    container_created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    platform_media_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    permalink = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    looks = table.Column<int>(type: "integer", nullable: false),
                    next_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    publishing_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    failure_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_publications", x => x.post_id);
                });

            migrationBuilder.CreateTable(
                name: "outbound_messages",
                schema: "instagram",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_platform_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    lookups = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sending_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    platform_message_id = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    failure_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    failure_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbound_messages", x => x.message_id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "instagram",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.position);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_threshold", 5000);

            migrationBuilder.CreateTable(
                name: "received_messages",
                schema: "instagram",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mid = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_messages", x => new { x.account_id, x.mid });
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                schema: "instagram",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, defaultValue: "pending"),
                    events = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    ignored = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    waiting_for = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'"),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_created_at",
                schema: "instagram",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_received_at",
                schema: "instagram",
                table: "inbox_messages",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_instagram_accounts_platform_account_id",
                schema: "instagram",
                table: "instagram_accounts",
                column: "platform_account_id");

            migrationBuilder.CreateIndex(
                name: "ix_media_publications_account_id_platform_media_id",
                schema: "instagram",
                table: "media_publications",
                columns: new[] { "account_id", "platform_media_id" },
                unique: true,
                filter: "platform_media_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_media_publications_open",
                schema: "instagram",
                table: "media_publications",
                column: "next_step_at",
                filter: "state not in ('published', 'failed')");

            migrationBuilder.CreateIndex(
                name: "ix_outbound_messages_account_id_platform_message_id",
                schema: "instagram",
                table: "outbound_messages",
                columns: new[] { "account_id", "platform_message_id" },
                unique: true,
                filter: "platform_message_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbound_messages_in_air",
                schema: "instagram",
                table: "outbound_messages",
                columns: new[] { "account_id", "contact_platform_id" },
                filter: "state in ('queued', 'sending', 'unknown')");

            migrationBuilder.CreateIndex(
                name: "ix_outbound_messages_open",
                schema: "instagram",
                table: "outbound_messages",
                columns: new[] { "conversation_id", "sequence" },
                filter: "state in ('queued', 'sending', 'unknown')");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_pending",
                schema: "instagram",
                table: "webhook_deliveries",
                column: "id",
                filter: "state = 'pending'");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_received_at",
                schema: "instagram",
                table: "webhook_deliveries",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_waiting",
                schema: "instagram",
                table: "webhook_deliveries",
                column: "waiting_for",
                filter: "state = 'waiting'")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "instagram");

            migrationBuilder.DropTable(
                name: "inbox_messages",
                schema: "instagram");

            migrationBuilder.DropTable(
                name: "instagram_accounts",
                schema: "instagram");

            migrationBuilder.DropTable(
                name: "media_publications",
                schema: "instagram");

            migrationBuilder.DropTable(
                name: "outbound_messages",
                schema: "instagram");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "instagram");

            migrationBuilder.DropTable(
                name: "received_messages",
                schema: "instagram");

            migrationBuilder.DropTable(
                name: "webhook_deliveries",
                schema: "instagram");
        }
    }
}
