using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>
/// One template: a line <c>Subject: …</c>, then paragraphs divided by empty lines, with values as <c>{name}</c>; a paragraph
/// <c>[label]({link})</c> is a button. HTML and plain text are made from the same words. A paragraph that needs a value which is not there
/// is left out.
/// </summary>
internal sealed partial class MailTemplate
{
    private const string SubjectPrefix = "Subject: ";
    private const string Nameless = "SocialSelling";
    private const int MaxSubjectLength = 150;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string subject;
    private readonly string[] paragraphs;

    private MailTemplate(string subject, string[] paragraphs)
    {
        this.subject = subject;
        this.paragraphs = paragraphs;
    }

    /// <summary>The values it speaks of.</summary>
    public IEnumerable<string> Placeholders => paragraphs.Append(subject).SelectMany(NamesIn).Distinct().Order(StringComparer.Ordinal);

    public static MailTemplate Parse(string text)
    {
        var blocks = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return blocks.Length > 1 && blocks[0].StartsWith(SubjectPrefix, StringComparison.Ordinal)
            ? new(blocks[0][SubjectPrefix.Length..], [.. blocks[1..].Select(block => block.ReplaceLineEndings(" "))])
            : throw new FormatException("A mail template begins with its subject and has at least one paragraph.");
    }

    public MailText Render(MailLanguage language, string layout, IReadOnlyDictionary<string, string> values)
    {
        var title = Fill(subject, name => values.GetValueOrDefault(name, Nameless));
        title = title.Length > MaxSubjectLength ? title[..MaxSubjectLength] : title;
        var (plain, html) = (new StringBuilder(), new StringBuilder());
        foreach (var paragraph in paragraphs.Where(paragraph => NamesIn(paragraph).All(values.ContainsKey)))
        {
            Add(paragraph, language, values, plain, html);
        }

        plain.Append("-- \n").Append(language.Footer).Append('\n');
        return new(title, plain.ToString(), Fill(layout, name => name switch
        {
            "language" => language.Code,
            "title" => Encoder.Encode(title),
            "body" => html.ToString(),
            "footer" => Encoder.Encode(language.Footer),
            _ => "",
        }));
    }

    private static void Add(
        string paragraph, MailLanguage language, IReadOnlyDictionary<string, string> values, StringBuilder plain, StringBuilder html)
    {
        if (Button().Match(paragraph) is { Success: true } button)
        {
            var (label, link) = (button.Groups["label"].Value, values[button.Groups["value"].Value]);
            var address = Encoder.Encode(link);
            plain.Append(label).Append(":\n").Append(link).Append("\n\n");
            html.Append($"<p class=\"action\"><a class=\"button\" href=\"{address}\">{Encoder.Encode(label)}</a></p>\n")
                .Append($"<p class=\"hint\">{Encoder.Encode(language.ButtonHint)}<br><span class=\"address\">{address}</span></p>\n");
            return;
        }

        plain.Append(Fill(paragraph, name => values[name])).Append("\n\n");
        html.Append("<p>").Append(FillEncoded(paragraph, values)).Append("</p>\n");
    }

    private static string FillEncoded(string paragraph, IReadOnlyDictionary<string, string> values)
    {
        var html = new StringBuilder();
        var position = 0;
        foreach (var place in Placeholder().EnumerateMatches(paragraph))
        {
            html.Append(Encoder.Encode(paragraph[position..place.Index]))
                .Append("<b>").Append(Encoder.Encode(values[paragraph[(place.Index + 1)..(place.Index + place.Length - 1)]])).Append("</b>");
            position = place.Index + place.Length;
        }

        return html.Append(Encoder.Encode(paragraph[position..])).ToString();
    }

    // One pass: a value that looks like a placeholder stays what it is.
    private static string Fill(string text, Func<string, string> value) => Placeholder().Replace(text, match => value(match.Value[1..^1]));

    private static IEnumerable<string> NamesIn(string text) => Placeholder().Matches(text).Select(match => match.Value[1..^1]);

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\[(?<label>[^\]]+)\]\(\{(?<value>[a-z]+)\}\)$")]
    private static partial Regex Button();
}
