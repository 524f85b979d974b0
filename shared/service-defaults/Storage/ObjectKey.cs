using System.Text.RegularExpressions;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>What a key may look like: segments of letters, digits, dot, dash and underscore, parted by slashes; no segment begins with a dot.</summary>
internal static partial class ObjectKey
{
    public static bool IsValid(string key) => key.Length <= 512 && Form().IsMatch(key);

    /// <summary>Guards every way into a store; a key from outside must have been tested before.</summary>
    public static void ThrowIfInvalid(string key)
    {
        if (!IsValid(key)) throw new ArgumentException("Not a valid object key.", nameof(key));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
