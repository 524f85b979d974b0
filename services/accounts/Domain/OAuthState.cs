using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Accounts.Domain;

/// <summary>A begun connection. Only the hash of the state is kept; it is good for one answer of the login page.</summary>
internal sealed class OAuthState
{
    private OAuthState()
    {
    }

    public Guid Id { get; private set; }

    public byte[] StateHash { get; private set; } = [];

    public Guid WorkspaceId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>The workspace's plan when the connection began: the login page's answer comes without a token.</summary>
    public string Plan { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static OAuthState Create(string state, Guid workspaceId, Guid userId, string plan, DateTimeOffset expiresAt) => new()
    {
        Id = Guid.CreateVersion7(),
        StateHash = Hash(state),
        WorkspaceId = workspaceId,
        UserId = userId,
        Plan = plan,
        ExpiresAt = expiresAt,
    };

    public static byte[] Hash(string state) => SHA256.HashData(Encoding.UTF8.GetBytes(state));
}
