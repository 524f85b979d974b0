using System.Collections.Frozen;
using System.Reflection;

namespace SocialSelling.Identity.Features.Mail;

/// <summary>
/// The templates, one file each: <c>Templates/{language}/{name}.txt</c>, found by looking. A language is added by adding its folder with the
/// same files; what it lacks is said in English.
/// </summary>
internal sealed class MailTemplates
{
    public const string Fallback = "en";

    private const string Root = "mail/";
    private const string Extension = ".txt";
    private const string LanguageFile = "_language";

    private readonly FrozenDictionary<(string Language, string Name), MailTemplate> templates;
    private readonly FrozenDictionary<string, MailLanguage> languages;
    private readonly string layout = Read(Root + "layout.html");

    public MailTemplates()
    {
        var files = typeof(MailTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => (Path: name, Parts: name[Root.Length..^Extension.Length].Split('/'))).ToList();
        languages = files.Where(file => file.Parts[1] == LanguageFile)
            .ToFrozenDictionary(file => file.Parts[0], file => MailLanguage.Parse(file.Parts[0], Read(file.Path)));
        templates = files.Where(file => file.Parts[1] != LanguageFile)
            .ToFrozenDictionary(file => (file.Parts[0], file.Parts[1]), file => MailTemplate.Parse(Read(file.Path)));
    }

    public IEnumerable<string> Languages => languages.Keys;

    public IEnumerable<string> NamesOf(string language) => templates.Keys.Where(key => key.Language == language).Select(key => key.Name);

    public MailTemplate? Find(string language, string name) => templates.GetValueOrDefault((language, name));

    /// <summary>Null when there is no such template in any language.</summary>
    public MailText? Render(string name, string language, IReadOnlyDictionary<string, string> values, DateTimeOffset requestedAt)
    {
        var wanted = languages.ContainsKey(language) && Find(language, name) is not null ? language : Fallback;
        return Find(wanted, name)?.Render(languages[wanted], layout, MailValues.Prepare(values, languages[wanted], requestedAt));
    }

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
