using System.Text.RegularExpressions;

namespace SocialSelling.ServiceDefaults.Tests.Problems;

public sealed partial class ErrorTableTests
{
    [Fact]
    public void ErrorTable_EveryCodeInTheSource_IsListed()
    {
        var root = Root(AppContext.BaseDirectory) ?? Root(Directory.GetCurrentDirectory());
        Assert.NotNull(root);
        var table = File.ReadAllText(Path.Combine(root, "docs/api/errors.md"));

        var missing = ((string[])["services", "shared", "gateway"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .Where(code => !table.Contains($"| {code} |", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    private static string? Root(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "SocialSelling.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    [GeneratedRegex("\"([A-Z][A-Z_]+_[0-9]{3})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
