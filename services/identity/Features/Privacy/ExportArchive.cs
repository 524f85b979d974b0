using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>Writes the ZIP: a folder for each service, a JSON array in each file. One piece at a time is in memory, whatever the size.</summary>
internal sealed class ExportArchive(IdentityDbContext db)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private const string Readme =
        """
        This archive holds a copy of the data that the suite keeps.

        There is a folder for each service that holds data, and in it a JSON file for each kind of thing. Every file is an array of objects;
        fields are named in camelCase, ids are UUIDs, times are RFC 3339. An empty array says that there was nothing.
        manifest.json says what was asked for and when, and how many rows each file has. Passwords, tokens and keys are never part of an export,
        and pictures are told of, not contained.
        """;

    public async Task WriteAsync(DataExport export, Stream output, CancellationToken ct)
    {
        await using var gathering = new GatheringStream(output);
        await using (var zip = await ZipArchive.CreateAsync(gathering, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            await WriteAsync(export, zip, ct);
        }

        await gathering.FlushAsync(ct);
    }

    private async Task WriteAsync(DataExport export, ZipArchive zip, CancellationToken ct)
    {
        var files = await FilesAsync(export.Id, ct);
        await WriteEntryAsync(zip, "README.txt", Encoding.UTF8.GetBytes(Readme), ct);
        await WriteEntryAsync(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(ExportManifest.Of(export, files), Readable), ct);
        foreach (var file in files)
        {
            await WriteFileAsync(zip, export.Id, file, ct);
        }
    }

    private Task<List<ExportedFile>> FilesAsync(Guid exportId, CancellationToken ct) =>
        db.DataExportParts.Where(part => part.ExportId == exportId && part.File != "")
            .GroupBy(part => new { part.Service, part.File })
            .OrderBy(file => file.Key.Service).ThenBy(file => file.Min(part => part.Sequence))
            .Select(file => new ExportedFile(file.Key.Service, file.Key.File, file.Sum(part => part.Rows), file.Min(part => part.Sequence), file.Max(part => part.Sequence)))
            .ToListAsync(ct);

    private async Task WriteFileAsync(ZipArchive zip, Guid exportId, ExportedFile file, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry($"{file.Service}/{file.Name}").OpenAsync(ct);
        await stream.WriteAsync("["u8.ToArray(), ct);
        var written = false;
        for (var sequence = file.First; sequence <= file.Last; sequence++)
        {
            var part = await db.DataExportParts.AsNoTracking()
                .SingleAsync(row => row.ExportId == exportId && row.Service == file.Service && row.Sequence == sequence, ct);
            if (part.Rows == 0) continue;
            await stream.WriteAsync(written ? ",\n"u8.ToArray() : "\n"u8.ToArray(), ct);
            await using var rows = new BrotliStream(new MemoryStream(part.Content), CompressionMode.Decompress);
            await rows.CopyToAsync(stream, ct);
            written = true;
        }

        await stream.WriteAsync("\n]\n"u8.ToArray(), ct);
    }

    private static async Task WriteEntryAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }
}
