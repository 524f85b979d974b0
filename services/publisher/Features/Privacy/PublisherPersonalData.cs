using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Publisher.Features.Privacy;

internal sealed class PublisherPersonalData(MediaErasure media) : IPersonalData
{
    private const string OfWorkspace = "workspace_id = $1";
    private const string Nobody = "'00000000-0000-0000-0000-000000000000'";

    private static readonly string[] MediaColumns =
        ["id", "workspace_id", "object_key", "content_type", "bytes", "sha256", "width", "height", "alt_text", "uploaded_by", "created_at"];

    private static readonly string[] PostColumns =
    [
        "id", "workspace_id", "account_id", "media_id", "post_type", "caption", "alt_text", "scheduled_time", "status", "publishing_started_at",
        "published_at", "platform_post_id", "permalink", "error_details", "retry_count", "created_by", "created_at", "updated_at",
    ];

    public IReadOnlyList<ExportFile> WorkspaceFiles { get; } =
    [
        new("accounts.json", "client_accounts", OfWorkspace, ["id uuid"],
            ["id", "workspace_id", "channel", "platform_account_id", "username", "is_active", "changed_at"]),
        new("media.json", "media_assets", OfWorkspace, ["id uuid"], MediaColumns),
        new("posts.json", "scheduled_posts", OfWorkspace, ["id uuid"], PostColumns),
    ];

    public IReadOnlyList<ExportFile> UserFiles { get; } =
    [
        new("uploaded-media.json", "media_assets", "uploaded_by = $1", ["id uuid"], MediaColumns),
        new("created-posts.json", "scheduled_posts", "created_by = $1", ["id uuid"], PostColumns),
    ];

    public IReadOnlyList<ErasureStep> WorkspaceErasure =>
    [
        ErasureStep.Delete("scheduled_posts", OfWorkspace, "posts"),
        new(MediaErasure.Name, media.EraseAsync),
        ErasureStep.Delete("client_accounts", OfWorkspace, "accounts"),
    ];

    /// <summary>Pictures and posts belong to their workspace; they only forget whose they were.</summary>
    public IReadOnlyList<ErasureStep> UserErasure { get; } =
    [
        ErasureStep.Update("media_assets", $"uploaded_by = {Nobody}", "uploaded_by = $1", "media_made_nameless"),
        ErasureStep.Update("scheduled_posts", $"created_by = {Nobody}", "created_by = $1", "posts_made_nameless"),
    ];
}
