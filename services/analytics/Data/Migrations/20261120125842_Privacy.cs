using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialSelling.Analytics.Data.Migrations
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erased_workspaces",
                schema: "analytics",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_workspaces", x => x.workspace_id);
                });

            migrationBuilder.CreateTable(
                name: "privacy_jobs",
                schema: "analytics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    cursor = table.Column<string[]>(type: "text[]", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    settles_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_privacy_jobs", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_post_metrics_days_workspace_id",
                schema: "analytics",
                table: "post_metrics_days",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_metrics_workspace_id",
                schema: "analytics",
                table: "post_metrics",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_collection_runs_workspace_id",
                schema: "analytics",
                table: "collection_runs",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "ix_privacy_jobs_next_attempt_at",
                schema: "analytics",
                table: "privacy_jobs",
                column: "next_attempt_at",
                filter: "completed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erased_workspaces",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "privacy_jobs",
                schema: "analytics");

            migrationBuilder.DropIndex(
                name: "ix_post_metrics_days_workspace_id",
                schema: "analytics",
                table: "post_metrics_days");

            migrationBuilder.DropIndex(
                name: "ix_post_metrics_workspace_id",
                schema: "analytics",
                table: "post_metrics");

            migrationBuilder.DropIndex(
                name: "ix_collection_runs_workspace_id",
                schema: "analytics",
                table: "collection_runs");
        }
    }
}
