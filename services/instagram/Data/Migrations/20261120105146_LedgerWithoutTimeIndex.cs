using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Instagram.Data.Migrations
{
    /// <inheritdoc />
    public partial class LedgerWithoutTimeIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_webhook_deliveries_received_at",
                schema: "instagram",
                table: "webhook_deliveries");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_received_at",
                schema: "instagram",
                table: "webhook_deliveries",
                column: "received_at");
        }
    }
}
