namespace SocialSelling.MailCatcher.Smtp;

/// <summary>Lines with their ends, bounded in length and in patience.</summary>
internal sealed class LineReader(Stream stream)
{
    // A client may send bodies in one long line; what is longer than this comes in pieces.
    private const int MaxLine = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly byte[] buffer = new byte[8192];
    private int position;
    private int filled;

    /// <summary>Null at the end of the connection.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken ct)
    {
        var line = new MemoryStream();
        while (line.Length < MaxLine)
        {
            if (position == filled && !await FillAsync(ct))
            {
                return null;
            }

            var end = Array.IndexOf(buffer, (byte)'\n', position, filled - position);
            var next = end < 0 ? filled : end + 1;
            line.Write(buffer, position, next - position);
            position = next;
            if (end >= 0)
            {
                break;
            }
        }

        return line.ToArray();
    }

    private async Task<bool> FillAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        (position, filled) = (0, await stream.ReadAsync(buffer, limit.Token));
        return filled > 0;
    }
}
