using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>
/// Knows the passwords that everybody chooses. One embedded list holds the most common ones themselves, compared without case; the other holds
/// cores: a password is held against them without the digits and signs that people put around a word, with signs read as the letters they
/// stand for (<c>P@ssw0rd</c>), and as a word said twice.
/// </summary>
internal static class CommonPasswords
{
    // More than a date and a few signs around a word is no decoration any more.
    private const int MaxDecoration = 8;
    private const string Comment = "#";

    private static readonly char[] Decoration = [.. "0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~§€£"];

    private static readonly FrozenSet<string> Listed = Read("common-passwords.txt");

    private static readonly FrozenSet<string> Cores = Read("common-password-cores.txt");

    private static readonly FrozenDictionary<char, char> Letters = new Dictionary<char, char>
    {
        ['@'] = 'a', ['4'] = 'a', ['3'] = 'e', ['1'] = 'i', ['!'] = 'i', ['|'] = 'i', ['0'] = 'o', ['$'] = 's', ['5'] = 's', ['7'] = 't', ['+'] = 't',
    }.ToFrozenDictionary();

    public static bool Contain(string password)
    {
        var lower = password.ToLowerInvariant();
        return Listed.Contains(lower) || IsCommon(lower) || IsCommon(Spell(lower)) || IsCommon(Spell(Bare(lower)));
    }

    private static bool IsCommon(string text)
    {
        var bare = Bare(text);
        return IsCore(text) || (text.Length - bare.Length <= MaxDecoration && IsCore(bare)) || IsWalk(text);
    }

    private static bool IsCore(string text) => Cores.Contains(text) || IsTwice(text);

    private static bool IsTwice(string text)
    {
        var half = text.Length / 2;
        return text.Length > 1 && text.Length % 2 == 0 && text.AsSpan(0, half).SequenceEqual(text.AsSpan(half)) && Cores.Contains(text[..half]);
    }

    /// <summary>One sign over and over, or an alphabet: each sign is, but once, the neighbour of the one before.</summary>
    private static bool IsWalk(string text)
    {
        var steps = text.Zip(text.Skip(1), (first, second) => second - first).ToList();
        return steps.Count(step => step is >= -1 and <= 1) >= steps.Count - 1;
    }

    private static string Bare(string text) => text.Trim(Decoration);

    private static string Spell(string text)
    {
        var read = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            read.Append(Letters.TryGetValue(sign, out var letter) ? letter : sign);
        }

        return read.ToString();
    }

    private static FrozenSet<string> Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith(Comment, StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
    }
}
