using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Identity;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Keeps the pieces that services send, and tells the user when the last one is there.</summary>
internal sealed partial class ExportCollector(
    IdentityDbContext db, MailQueue mails, AccountLinks links, IOptions<PrivacyOptions> options, TimeProvider clock, ILogger<ExportCollector> logger)
{
    public async Task ReceiveAsync(DataExportPartPrepared piece, CancellationToken ct)
    {
        // Pieces that come at once see each other: the last one knows that it is the last.
        var export = (await db.DataExports.FromSql($"SELECT * FROM identity.data_exports WHERE id = {piece.ExportId} FOR UPDATE").ToListAsync(ct)).SingleOrDefault();
        if (export is not { State: DataExportState.Preparing })
        {
            LogUnwanted(logger, piece.ExportId, piece.Service);
            return;
        }

        await db.Entry(export).Collection(row => row.Shares).LoadAsync(ct);
        if (export.Shares.Find(row => row.Service == piece.Service) is not { } share
            || await db.DataExportParts.AnyAsync(
                row => row.ExportId == export.Id && row.Service == piece.Service && row.Sequence == piece.Sequence, ct))
        {
            return;
        }

        var part = Pack(piece);
        db.DataExportParts.Add(part);
        share.Receive(part, piece.IsLast, clock.GetUtcNow());
        if (export.TryFinish(clock.GetUtcNow(), options.Value.ExportLifetime)) await TellAsync(export, ct);
    }

    private static DataExportPart Pack(DataExportPartPrepared piece)
    {
        using var json = JsonDocument.Parse(piece.Content);
        var rows = json.RootElement.GetArrayLength();
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(piece.Content.Trim()[1..^1]));
        }

        return DataExportPart.Create(piece.ExportId, piece.Service, piece.Sequence, piece.File, rows, packed.ToArray());
    }

    private async Task TellAsync(DataExport export, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == export.UserId, ct) is not { } user) return;
        mails.Add("export-ready", user.Language, new MailContent(user.Email, new Dictionary<string, string>
        {
            ["name"] = user.Name,
            ["link"] = links.Export(export.Id),
            ["expires"] = export.ExpiresAt!.Value.ToString("O"),
            ["timezone"] = user.Timezone,
        }), export.WorkspaceId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A piece of {Service} for export {ExportId}, which is over, is dropped")]
    private static partial void LogUnwanted(ILogger logger, Guid exportId, string service);
}
