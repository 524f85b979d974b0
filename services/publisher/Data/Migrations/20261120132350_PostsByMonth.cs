using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Publisher.Data.Migrations
{
    /// <inheritdoc />
    public partial class PostsByMonth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_scheduled_posts_workspace_id_created_at",
                schema: "publisher",
                table: "scheduled_posts",
                columns: new[] { "workspace_id", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_scheduled_posts_workspace_id_created_at",
                schema: "publisher",
                table: "scheduled_posts");
        }
    }
}
