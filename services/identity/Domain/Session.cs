namespace SocialSelling.Identity.Domain;

/// <summary>
/// One login of one user on one device: the record of it. The key in Redis says the same to the gateway without a query.
/// </summary>
internal sealed class Session
{
    public const int MaxUserAgentLength = 512;
    public const int MaxAddressLength = 64;

    private Session(Guid id, Guid userId, Guid workspaceId, string? userAgent, string? address)
    {
        Id = id;
        UserId = userId;
        WorkspaceId = workspaceId;
        UserAgent = userAgent;
        Address = address;
        Device = DeviceName.Of(userAgent);
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>The workspace that the session's access tokens are for.</summary>
    public Guid WorkspaceId { get; private set; }

    /// <summary>The OAuth client that alone may refresh the session; null as long as it belongs to the suite's own apps.</summary>
    public string? ClientId { get; private set; }

    public string? UserAgent { get; private set; }

    public string? Address { get; private set; }

    /// <summary>The device as people call it, made of <see cref="UserAgent"/>.</summary>
    public string Device { get; private set; }

    /// <summary>The oldest issue of access tokens that is still good; see <c>TokenClaims.TokenVersion</c>.</summary>
    public int TokenVersion { get; private set; } = 1;

    /// <summary>When the user last proved who they are: at the login, or when asked again before something sensitive.</summary>
    public DateTimeOffset AuthenticatedAt { get; private set; }

    /// <summary>When that was last done with a second factor; a remembered device is none.</summary>
    public DateTimeOffset? SecondFactorAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndReason { get; private set; }

    public static Session Open(Guid userId, Guid workspaceId, string? userAgent, string? address, DateTimeOffset now, TimeSpan lifetime) =>
        new(Guid.CreateVersion7(now), userId, workspaceId, Cut(userAgent, MaxUserAgentLength), Cut(address, MaxAddressLength))
        {
            CreatedAt = now,
            AuthenticatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + lifetime,
        };

    public void Extend(DateTimeOffset now, TimeSpan lifetime)
    {
        LastSeenAt = now;
        ExpiresAt = now + lifetime;
    }

    /// <summary>Makes every access token issued so far stale, because what it says of the user is no longer so.</summary>
    public void RenewTokens() => TokenVersion++;

    public void Confirm(DateTimeOffset now, bool secondFactor)
    {
        AuthenticatedAt = now;
        SecondFactorAt = secondFactor ? now : SecondFactorAt;
    }

    /// <summary>Whether this client may refresh the session; null stands for the suite's own apps.</summary>
    public bool MayBeRefreshedBy(string? clientId) => ClientId is null || ClientId == clientId;

    public void MoveTo(Guid workspaceId) => WorkspaceId = workspaceId;

    public bool TryEnd(SessionEnd reason, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return false;
        }

        EndedAt = now;
        EndReason = reason;
        return true;
    }

    private static string? Cut(string? text, int length) => text is { } value && value.Length > length ? value[..length] : text;
}
