namespace SocialSelling.Messaging.Domain;

/// <summary>The first characters of a message, as a list of conversations shows them.</summary>
internal static class Preview
{
    public const int MaxLength = 160;

    public static string? Of(string? text)
    {
        if (text is null || text.Length <= MaxLength) return text;
        return text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }
}
