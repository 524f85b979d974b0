namespace SocialSelling.Identity.Domain;

/// <summary>A piece of a service's share, compressed.</summary>
internal sealed class DataExportPart
{
    public const int MaxFileLength = 100;

    private DataExportPart(Guid exportId, string service, int sequence, string file, int rows, byte[] content)
    {
        ExportId = exportId;
        Service = service;
        Sequence = sequence;
        File = file;
        Rows = rows;
        Content = content;
    }

    public Guid ExportId { get; private set; }

    public string Service { get; private set; }

    public int Sequence { get; private set; }

    public string File { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The rows as JSON, parted by commas and without the brackets of the array.</summary>
    public byte[] Content { get; private set; }

    public static DataExportPart Create(Guid exportId, string service, int sequence, string file, int rows, byte[] content) =>
        new(exportId, service, sequence, file, rows, content);
}
