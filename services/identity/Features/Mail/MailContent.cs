namespace SocialSelling.Identity.Features.Mail;

/// <summary>What a mail says to whom; sealed wherever it rests.</summary>
/// <param name="To">The address.</param>
/// <param name="Values">The values of the template by name.</param>
internal sealed record MailContent(string To, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What the seal is bound to.</summary>
    public static string Context(Guid mailId) => $"mail:{mailId:N}:content";
}
