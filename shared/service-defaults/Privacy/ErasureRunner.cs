using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Erases one batch.</summary>
internal sealed partial class ErasureRunner(
    ServiceDbContext db, IPersonalData data, PrivacyJobs jobs, TimeProvider clock, ILogger<ErasureRunner> logger)
{
    public const int BatchSize = 1000;

    /// <summary>A request that was let in before the workspace was erased may still be uploading: later everything is looked through again.</summary>
    public static readonly TimeSpan SweepAfter = TimeSpan.FromHours(1);

    private static readonly TimeSpan SettlePause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(2);

    private const string DeleteAnswers = "DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(SELECT ctid FROM idempotency_keys WHERE caller LIKE ";

    private static readonly ErasureStep WorkspaceAnswers = Answers("$1::uuid::text || '/%'");
    private static readonly ErasureStep UserAnswers = Answers("'%/' || $1::uuid::text");

    public async Task RunAsync(PrivacyJob job, CancellationToken ct)
    {
        if (job.IsOfWorkspace && !job.Settled && !await TrySettleAsync(job, ct)) return;
        IReadOnlyList<ErasureStep> steps = job.IsOfWorkspace ? [.. data.WorkspaceErasure, WorkspaceAnswers] : [.. data.UserErasure, UserAnswers];
        if (job.Step < steps.Count)
        {
            await EraseAsync(job, steps[job.Step], ct);
        }
        else if (job.AnsweredAt is null)
        {
            jobs.Answer(job);
            job.Answer(clock.GetUtcNow(), clock.GetUtcNow() + SweepAfter);
        }
        else
        {
            job.Complete(clock.GetUtcNow());
        }
    }

    private static ErasureStep Answers(string caller) => new("kept_answers", async (batch, ct) =>
    {
        var rows = await batch.ExecuteAsync($"{DeleteAnswers}{caller} LIMIT $2))", ct);
        batch.Count("kept_answers", rows);
        return rows == batch.Size;
    });

    private async Task EraseAsync(PrivacyJob job, ErasureStep step, CancellationToken ct)
    {
        var counts = new Dictionary<string, long>(job.Counts);
        var before = counts.Values.Sum();
        var batch = new ErasureBatch(job.Id, job.SubjectId, BatchSize, (NpgsqlConnection)db.Database.GetDbConnection(), counts) { Cursor = job.Cursor.FirstOrDefault("") };
        var more = await step.EraseAsync(batch, ct);
        if (job.AnsweredAt is not null && counts.Values.Sum() > before) LogLate(logger, job.Id, step.Name, counts.Values.Sum() - before);
        job.Erased(counts, batch.Cursor);
        if (batch.Pause > TimeSpan.Zero) job.Postpone(clock.GetUtcNow() + batch.Pause);
        if (!more) job.NextStep();
    }

    /// <summary>
    /// A transaction that asked before the workspace was noted as erased may commit a row afterwards. So those that are older than the note
    /// are waited for; whoever begins later sees it.
    /// </summary>
    private async Task<bool> TrySettleAsync(PrivacyJob job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (job.SettlesAfter is not { } noted)
        {
            job.SettleAfter(await DatabaseTimeAsync(ct), now);
            return false;
        }

        var older = await db.Database.SqlQuery<int>(
            $"""
            SELECT count(*)::int AS "Value" FROM pg_stat_activity
            WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid() AND xact_start < {noted}
            """).SingleAsync(ct);
        if (older > 0 && now - job.CreatedAt < SettleLimit)
        {
            job.Postpone(now + SettlePause);
            return false;
        }

        job.Settle();
        return true;
    }

    private Task<DateTimeOffset> DatabaseTimeAsync(CancellationToken ct) =>
        db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Erasure {ErasureId} found {Count} more of {Step} when it looked again")]
    private static partial void LogLate(ILogger logger, Guid erasureId, string step, long count);
}
