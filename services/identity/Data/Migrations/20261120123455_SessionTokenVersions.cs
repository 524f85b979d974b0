using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class SessionTokenVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "authenticated_at",
                schema: "identity",
                table: "sessions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<int>(
                name: "token_version",
                schema: "identity",
                table: "sessions",
                type: "integer",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "authenticated_at",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "token_version",
                schema: "identity",
                table: "sessions");
        }
    }
}
