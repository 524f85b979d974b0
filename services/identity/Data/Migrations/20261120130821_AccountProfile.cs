using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class AccountProfile : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "avatar_key",
                schema: "identity",
                table: "users",
                type: "character varying(512)",
                maxLength: 512,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "bio",
                schema: "identity",
                table: "users",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "first_name",
                schema: "identity",
                table: "users",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_name",
                schema: "identity",
                table: "users",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone",
                schema: "identity",
                table: "users",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "username",
                schema: "identity",
                table: "users",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "device",
                schema: "identity",
                table: "sessions",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "Unknown device");

            migrationBuilder.CreateIndex(
                name: "ix_users_deleted_at",
                schema: "identity",
                table: "users",
                column: "deleted_at",
                filter: "deleted_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_users_username",
                schema: "identity",
                table: "users",
                column: "username",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_users_deleted_at",
                schema: "identity",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ux_users_username",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "avatar_key",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "bio",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "first_name",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "last_name",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "phone",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "username",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "device",
                schema: "identity",
                table: "sessions");
        }
    }
}
