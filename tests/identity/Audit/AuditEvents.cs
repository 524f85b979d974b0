using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Audit;

namespace SocialSelling.Identity.Tests.Audit;

/// <summary>Entries as services send them, and the log as it stands.</summary>
internal static class AuditEvents
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static AuditEntryRecorded Create(Guid? workspaceId, string action = "member.removed", Guid? actor = null) => new()
    {
        EntryId = Guid.CreateVersion7(),
        WorkspaceId = workspaceId,
        Actor = new AuditActor { Type = "user", Id = (actor ?? Guid.CreateVersion7()).ToString() },
        Action = action,
        TargetType = "member",
        TargetId = Guid.CreateVersion7().ToString(),
        Address = "203.0.113.7",
        UserAgent = "tests",
        Before = """{"role":"agent"}""",
        Service = "identity",
        OccurredAt = DateTimeOffset.UtcNow,
    };

    public static Task AppendAsync(this IdentityFactory factory, params AuditEntryRecorded[] entries) => factory.InScopeAsync(async services =>
    {
        await services.GetRequiredService<AuditLedger>().AppendAsync(entries, Token);
        return true;
    });

    public static Task<List<AuditEntry>> ReadChainAsync(this IdentityFactory factory, Guid chainId) => factory.InScopeAsync(services =>
        services.GetRequiredService<IdentityDbContext>().AuditEntries.AsNoTracking().Where(entry => entry.ChainId == chainId)
            .OrderBy(entry => entry.Sequence).ToListAsync(Token));
}
