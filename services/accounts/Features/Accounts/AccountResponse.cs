using System.Text.Json;
using SocialSelling.Accounts.Domain;
using SocialSelling.Accounts.Options;

namespace SocialSelling.Accounts.Features.Accounts;

/// <summary>A connected client account. Nothing here is secret.</summary>
public sealed record AccountResponse
{
    /// <summary>The suite's id of the account.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>instagram</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The platform's id of the account: digits, too many for a JSON number.</summary>
    public required string PlatformAccountId { get; init; }

    /// <summary>The name after the @.</summary>
    public required string Username { get; init; }

    /// <summary>The display name, when there is one.</summary>
    public string? Name { get; init; }

    /// <summary>Where the profile picture is; the platform lets such addresses die after days.</summary>
    public string? ProfilePictureUrl { get; init; }

    /// <summary>Followers when the account was last looked at.</summary>
    public long? FollowerCount { get; init; }

    /// <summary><c>active</c>, <c>token_expired</c> or <c>disconnected</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The permissions the owner granted.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether the platform reports new messages of this account to the suite.</summary>
    public required bool ReceivesMessages { get; init; }

    /// <summary>When it was last connected, UTC.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    internal static AccountResponse From(ClientAccount account) => new()
    {
        Id = account.Id,
        Platform = account.Platform,
        PlatformAccountId = account.PlatformAccountId,
        Username = account.Username,
        Name = account.Name,
        ProfilePictureUrl = account.ProfilePictureUrl,
        FollowerCount = account.FollowerCount,
        Status = JsonNamingPolicy.SnakeCaseLower.ConvertName(account.Status.ToString()),
        Scopes = account.Metadata.Scopes,
        ReceivesMessages = account.Status == AccountStatus.Active
            && account.Metadata.WebhookFields.Contains("messages")
            && account.Metadata.Scopes.Contains(MetaScopes.Messages),
        ConnectedAt = account.ConnectedAt,
    };
}
