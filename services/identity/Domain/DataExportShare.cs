namespace SocialSelling.Identity.Domain;

/// <summary>What one service has sent of an export so far.</summary>
internal sealed class DataExportShare
{
    private DataExportShare(Guid exportId, string service)
    {
        ExportId = exportId;
        Service = service;
    }

    public Guid ExportId { get; private set; }

    public string Service { get; private set; }

    public int Received { get; private set; }

    public long Rows { get; private set; }

    /// <summary>Place of the last piece; known once that has come, which others may follow.</summary>
    public int? LastSequence { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public static DataExportShare Expect(Guid exportId, string service) => new(exportId, service);

    public void Receive(DataExportPart part, bool isLast, DateTimeOffset now)
    {
        Received++;
        Rows += part.Rows;
        if (isLast) LastSequence = part.Sequence;
        if (Received == LastSequence + 1) CompletedAt ??= now;
    }
}
