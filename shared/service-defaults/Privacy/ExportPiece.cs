using System.Text;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Rows of a file as a JSON array that one event carries.</summary>
internal sealed class ExportPiece(string[] cursor, int maxRows)
{
    public const int MaxBytes = 250_000;

    private readonly StringBuilder _json = new("[");
    private int _bytes = 2;
    private int _rows;
    private bool _isCut;

    /// <summary>Key of the last row within.</summary>
    public string[] Cursor { get; set; } = cursor;

    public bool IsEmpty => _rows == 0;

    /// <summary>Whether the file has no more rows.</summary>
    public bool IsEnd => !_isCut && _rows < maxRows;

    /// <summary>False when the row does not fit any more. A first row always does: a row is never parted.</summary>
    public bool TryAdd(string row)
    {
        var bytes = Encoding.UTF8.GetByteCount(row) + 1;
        if (_rows > 0 && _bytes + bytes > MaxBytes)
        {
            _isCut = true;
            return false;
        }

        if (_rows > 0) _json.Append(',');
        _json.Append(row);
        _bytes += bytes;
        _rows++;
        return true;
    }

    public override string ToString() => $"{_json}]";
}
