namespace SocialSelling.MailCatcher.Mails;

/// <summary>One mail as it was handed over, and what it says.</summary>
internal sealed record CaughtMail(
    long Id, DateTimeOffset ReceivedAt, string Sender, IReadOnlyList<string> To, int Size, IReadOnlyList<MailHeader> Headers, string Subject, string Text,
    string Html)
{
    public bool Concerns(string text) =>
        Subject.Contains(text, StringComparison.OrdinalIgnoreCase) || Text.Contains(text, StringComparison.OrdinalIgnoreCase)
        || To.Any(address => address.Contains(text, StringComparison.OrdinalIgnoreCase));

    public bool IsTo(string address) => To.Contains(address, StringComparer.OrdinalIgnoreCase);
}
