using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class DataExports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_exports",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_exports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_export_parts",
                schema: "identity",
                columns: table => new
                {
                    export_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    file = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_export_parts", x => new { x.export_id, x.service, x.sequence });
                    table.ForeignKey(
                        name: "fk_data_export_parts_data_exports_export_id",
                        column: x => x.export_id,
                        principalSchema: "identity",
                        principalTable: "data_exports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "data_export_shares",
                schema: "identity",
                columns: table => new
                {
                    export_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    last_sequence = table.Column<int>(type: "integer", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_export_shares", x => new { x.export_id, x.service });
                    table.ForeignKey(
                        name: "fk_data_export_shares_data_exports_export_id",
                        column: x => x.export_id,
                        principalSchema: "identity",
                        principalTable: "data_exports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_data_exports_asked_at",
                schema: "identity",
                table: "data_exports",
                column: "asked_at",
                filter: "state = 'preparing'");

            migrationBuilder.CreateIndex(
                name: "ix_data_exports_expires_at",
                schema: "identity",
                table: "data_exports",
                column: "expires_at",
                filter: "state = 'ready'");

            migrationBuilder.CreateIndex(
                name: "ix_data_exports_user_id_requested_at",
                schema: "identity",
                table: "data_exports",
                columns: new[] { "user_id", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_data_exports_workspace_id",
                schema: "identity",
                table: "data_exports",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ux_data_exports_running",
                schema: "identity",
                table: "data_exports",
                column: "user_id",
                unique: true,
                filter: "state = 'preparing'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "data_export_parts",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "data_export_shares",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "data_exports",
                schema: "identity");
        }
    }
}
