using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialSelling.Contracts.Identity;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Hosting;
using SocialSelling.ServiceDefaults.Outbox;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Copies one piece of an export into the outbox.</summary>
internal sealed class ExportRunner(ServiceDbContext db, IPersonalData data, IEventOutbox outbox, ServiceInfo service, TimeProvider clock)
{
    public const int MaxRows = 500;

    /// <summary>Pieces that wait for the broker at most: while it is away an export must not fill the disk.</summary>
    private const int MaxWaiting = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(PrivacyJob job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await IsCrowdedAsync(ct))
        {
            job.Postpone(now + Pause);
            return;
        }

        var files = job.IsOfWorkspace ? data.WorkspaceFiles : data.UserFiles;
        if (job.Step == files.Count)
        {
            outbox.Add(Part(job, file: "", "[]", isLast: true, now));
            job.Complete(now);
            return;
        }

        var piece = await ReadAsync(files[job.Step], job, ct);
        // An empty file is written too: the reader sees that there was nothing, not that something is missing.
        if (!piece.IsEmpty || job.Cursor.Length == 0)
        {
            outbox.Add(Part(job, files[job.Step].Name, piece.ToString(), isLast: false, now));
            job.Copied(piece.Cursor);
        }

        if (piece.IsEnd) job.NextStep();
    }

    private async Task<bool> IsCrowdedAsync(CancellationToken ct)
    {
        var type = MessageTypes.NameOf(typeof(DataExportPartPrepared));
        return await db.OutboxMessages.Where(message => message.Type == type).Take(MaxWaiting).CountAsync(ct) == MaxWaiting;
    }

    private async Task<ExportPiece> ReadAsync(ExportFile file, PrivacyJob job, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand(file.Sql(job.Cursor.Length == 0), connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = job.SubjectId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MaxRows });
        foreach (var value in job.Cursor) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var piece = new ExportPiece(job.Cursor, MaxRows);
        while (await reader.ReadAsync(ct) && piece.TryAdd(reader.GetString(0)))
        {
            piece.Cursor = [.. Enumerable.Range(1, file.Key.Count).Select(reader.GetString)];
        }

        return piece;
    }

    private DataExportPartPrepared Part(PrivacyJob job, string file, string content, bool isLast, DateTimeOffset now) => new()
    {
        ExportId = job.Id,
        Service = service.Name,
        File = file,
        Sequence = job.Sequence,
        IsLast = isLast,
        Content = content,
        OccurredAt = now,
    };
}
