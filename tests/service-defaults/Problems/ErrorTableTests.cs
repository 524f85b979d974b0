using System.Text.RegularExpressions;
using SocialSelling.Testing;

namespace SocialSelling.ServiceDefaults.Tests.Problems;

public sealed partial class ErrorTableTests
{
    [Fact]
    public void ErrorTable_EveryCodeInTheSource_IsListed()
    {
        var table = File.ReadAllText(Repository.PathOf("docs/api/errors.md"));

        var missing = ((string[])["services", "shared", "gateway"])
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .Where(code => !table.Contains($"| {code} |", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [GeneratedRegex("\"([A-Z][A-Z_]+_[0-9]{3})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
