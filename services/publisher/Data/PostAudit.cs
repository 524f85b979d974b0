using SocialSelling.Contracts.Identity;
using SocialSelling.Publisher.Domain;
using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Publisher.Data;

internal static class PostAudit
{
    private static readonly AuditActor Publisher = AuditActors.Service("publisher");

    public static void AddPublishFailure(this AuditTrail audit, ScheduledPost post) => audit.Add(
        "post.publish_failed", AuditTarget.Of("post", post.Id), Publisher, post.WorkspaceId,
        after: new { accountId = post.AccountId, code = post.ErrorDetails?.Code });
}
