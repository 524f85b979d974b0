using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.Identity.Features.Profile;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Identity.Workers;

/// <summary>Begins to erase the accounts and workspaces whose period of grace is over. Several instances take turns: a row is locked by one.</summary>
internal sealed partial class ErasureWorker(
    IServiceScopeFactory scopes, AvatarStore avatars, IOptions<DeletionOptions> options, TimeProvider clock, ILogger<ErasureWorker> logger)
    : BackgroundService
{
    internal async Task RunOnceAsync(CancellationToken ct)
    {
        while (await BeginNextAsync(BeginUserAsync, ct) || await BeginNextAsync(BeginWorkspaceAsync, ct))
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryRunAsync(stoppingToken);
        }
    }

    private async Task TryRunAsync(CancellationToken ct)
    {
        try
        {
            await RunOnceAsync(ct);
        }
        catch (Exception error) when (error is DbException or DbUpdateException or InvalidOperationException || ObjectStoreFailures.Is(error))
        {
            LogFailure(error);
        }
    }

    private async Task<bool> BeginNextAsync(Func<IServiceProvider, IdentityDbContext, DateTimeOffset, CancellationToken, Task<bool>> begin, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await begin(scope.ServiceProvider, db, clock.GetUtcNow() - options.Value.GracePeriod, ct))
        {
            return false;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<bool> BeginUserAsync(IServiceProvider services, IdentityDbContext db, DateTimeOffset due, CancellationToken ct)
    {
        var user = (await db.Users.FromSql(
            $"""
            SELECT * FROM users WHERE deleted_at <= {due}
            AND NOT EXISTS (SELECT 1 FROM erasures WHERE scope = 'user' AND subject_id = users.id)
            ORDER BY deleted_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
            """).ToListAsync(ct)).SingleOrDefault();
        if (user is null)
        {
            return false;
        }

        // Nobody can log in to set another one.
        await avatars.DeleteAsync(user.Id, ct);
        user.SetAvatar(null, clock.GetUtcNow());
        await services.GetRequiredService<ErasureService>().BeginUserErasureAsync(user.Id, user.Id, ct);
        LogUser(user.Id);
        return true;
    }

    private async Task<bool> BeginWorkspaceAsync(IServiceProvider services, IdentityDbContext db, DateTimeOffset due, CancellationToken ct)
    {
        var workspace = (await db.Workspaces.FromSql(
            $"""
            SELECT * FROM workspaces WHERE deleted_at <= {due}
            AND NOT EXISTS (SELECT 1 FROM erasures WHERE scope = 'workspace' AND subject_id = workspaces.id)
            ORDER BY deleted_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
            """).ToListAsync(ct)).SingleOrDefault();
        if (workspace is null)
        {
            return false;
        }

        await services.GetRequiredService<ErasureService>().BeginWorkspaceErasureAsync(workspace.Id, workspace.OwnerId, ct);
        LogWorkspace(workspace.Id);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The period of grace is over: user {UserId} is being erased.")]
    private partial void LogUser(Guid userId);

    [LoggerMessage(Level = LogLevel.Information, Message = "The period of grace is over: workspace {WorkspaceId} is being erased.")]
    private partial void LogWorkspace(Guid workspaceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleted accounts could not be looked for; trying again.")]
    private partial void LogFailure(Exception error);
}
