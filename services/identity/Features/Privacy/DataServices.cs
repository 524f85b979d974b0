namespace SocialSelling.Identity.Features.Privacy;

/// <summary>The services that hold data of users and workspaces: each answers every export and every erasure.</summary>
internal static class DataServices
{
    public const string Identity = "identity";

    /// <summary>Those that erase when told; identity's own rows come last, because they say who is to be told.</summary>
    public static IReadOnlyList<string> Others { get; } = ["accounts", "instagram", "messaging", "publisher", "analytics"];

    public static IReadOnlyList<string> All { get; } = [Identity, .. Others];
}
