namespace SocialSelling.Messaging.Domain;

internal static class ConversationStatuses
{
    public const string Open = "open";

    public static IReadOnlyList<string> All { get; } = [Open];
}
