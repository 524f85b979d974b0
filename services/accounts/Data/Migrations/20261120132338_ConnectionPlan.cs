using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Accounts.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConnectionPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "plan",
                schema: "accounts",
                table: "oauth_states",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "FREE");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "plan",
                schema: "accounts",
                table: "oauth_states");
        }
    }
}
