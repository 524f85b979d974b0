using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class Workspaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                schema: "identity",
                table: "workspaces",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                schema: "identity",
                table: "workspaces",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // So far each workspace has the one owner who registered with it.
            migrationBuilder.Sql(
                """
                UPDATE identity.workspaces SET owner_id = member.user_id
                FROM identity.workspace_members member WHERE member.workspace_id = workspaces.id AND member.role = 'owner';
                ALTER TABLE identity.workspaces ALTER COLUMN owner_id DROP DEFAULT;
                """);

            migrationBuilder.AddColumn<Guid[]>(
                name: "account_ids",
                schema: "identity",
                table: "workspace_members",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "role_id",
                schema: "identity",
                table: "workspace_members",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "custom_roles",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name_key = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    description = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    permissions = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_custom_roles", x => x.id);
                    table.UniqueConstraint("ak_custom_roles_workspace_id_id", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "fk_custom_roles_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalSchema: "identity",
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    role = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_ids = table.Column<Guid[]>(type: "uuid[]", nullable: true),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    sent_count = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_workspaces_workspace_id",
                        column: x => x.workspace_id,
                        principalSchema: "identity",
                        principalTable: "workspaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_workspaces_deleted_at",
                schema: "identity",
                table: "workspaces",
                column: "deleted_at",
                filter: "deleted_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_workspaces_owner_id",
                schema: "identity",
                table: "workspaces",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_workspace_members_workspace_id_role_id",
                schema: "identity",
                table: "workspace_members",
                columns: new[] { "workspace_id", "role_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_workspace_members_role",
                schema: "identity",
                table: "workspace_members",
                sql: "(role = 'custom') = (role_id IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ux_custom_roles_name",
                schema: "identity",
                table: "custom_roles",
                columns: new[] { "workspace_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_token_hash",
                schema: "identity",
                table: "invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workspace_id_created_at",
                schema: "identity",
                table: "invitations",
                columns: new[] { "workspace_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_invitations_pending",
                schema: "identity",
                table: "invitations",
                columns: new[] { "workspace_id", "email_key" },
                unique: true,
                filter: "accepted_at IS NULL AND revoked_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_workspace_members_custom_roles_workspace_id_role_id",
                schema: "identity",
                table: "workspace_members",
                columns: new[] { "workspace_id", "role_id" },
                principalSchema: "identity",
                principalTable: "custom_roles",
                principalColumns: new[] { "workspace_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_workspaces_users_owner_id",
                schema: "identity",
                table: "workspaces",
                column: "owner_id",
                principalSchema: "identity",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_workspace_members_custom_roles_workspace_id_role_id",
                schema: "identity",
                table: "workspace_members");

            migrationBuilder.DropForeignKey(
                name: "fk_workspaces_users_owner_id",
                schema: "identity",
                table: "workspaces");

            migrationBuilder.DropTable(
                name: "custom_roles",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "identity");

            migrationBuilder.DropIndex(
                name: "ix_workspaces_deleted_at",
                schema: "identity",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "ix_workspaces_owner_id",
                schema: "identity",
                table: "workspaces");

            migrationBuilder.DropIndex(
                name: "ix_workspace_members_workspace_id_role_id",
                schema: "identity",
                table: "workspace_members");

            migrationBuilder.DropCheckConstraint(
                name: "ck_workspace_members_role",
                schema: "identity",
                table: "workspace_members");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                schema: "identity",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "owner_id",
                schema: "identity",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "account_ids",
                schema: "identity",
                table: "workspace_members");

            migrationBuilder.DropColumn(
                name: "role_id",
                schema: "identity",
                table: "workspace_members");
        }
    }
}
