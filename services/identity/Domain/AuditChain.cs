namespace SocialSelling.Identity.Domain;

/// <summary>Every workspace has a chain of its own, so that none waits for another's and each can be checked alone.</summary>
internal static class AuditChain
{
    /// <summary>The chain of what concerns no workspace.</summary>
    public static readonly Guid Platform = Guid.Empty;

    public const int HashLength = 32;
}
