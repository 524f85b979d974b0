using System.Security.Cryptography;

namespace SocialSelling.Publisher.Features.Media;

internal static class ObjectKeys
{
    /// <summary>160 random bits: nobody finds an object by guessing, even where signatures were misconfigured.</summary>
    public static string NewFor(Guid workspaceId, string extension) =>
        $"media/{workspaceId:N}/{RandomNumberGenerator.GetHexString(40, lowercase: true)}{extension}";
}
