namespace SocialSelling.Contracts.Access;

/// <summary>What a permission lets one do.</summary>
/// <param name="Name"><c>resource.action</c>.</param>
/// <param name="Description">One sentence for people.</param>
public sealed record PermissionInfo(string Name, string Description)
{
    /// <summary>The part before the dot.</summary>
    public string Resource => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The part after the dot.</summary>
    public string Action => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
