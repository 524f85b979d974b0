using System.Buffers;
using System.Text;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n|%");

    public static void AppendLine(StringBuilder text, params ReadOnlySpan<string?> fields)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            text.Append(index == 0 ? "" : ",");
            Append(text, fields[index] ?? "");
        }

        text.Append("\r\n");
    }

    private static void Append(StringBuilder text, string field)
    {
        // Blanks before the sign do not stop a spreadsheet either.
        var start = field.AsSpan().TrimStart(' ');
        var safe = start.Length > 0 && Formula.Contains(start[0]) ? "'" + field : field;
        if (safe.AsSpan().ContainsAny(Quoted))
        {
            text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            text.Append(safe);
        }
    }
}
