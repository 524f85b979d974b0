namespace SocialSelling.Architecture.Tests;

internal static class Rules
{
    /// <summary>Fails with every violation in full.</summary>
    public static void None(IEnumerable<string?> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
