using Microsoft.EntityFrameworkCore.Storage;

namespace SocialSelling.Identity.Data;

/// <summary>A transaction of one's own, or the one that is open already (a request with an <c>Idempotency-Key</c> runs in one).</summary>
internal sealed class UnitOfWork(IDbContextTransaction? own) : IAsyncDisposable
{
    /// <summary>Null inside of another's transaction.</summary>
    public IDbContextTransaction? Own => own;

    public static async Task<UnitOfWork> BeginAsync(IdentityDbContext db, CancellationToken ct) =>
        new(db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null);

    /// <summary>Commits what is one's own; the owner of an outer transaction commits that.</summary>
    public Task CommitAsync(CancellationToken ct) => own?.CommitAsync(ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
