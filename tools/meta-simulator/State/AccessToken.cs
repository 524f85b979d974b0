namespace SocialSelling.MetaSimulator.State;

internal sealed record AccessToken(
    string Value, Account Account, IReadOnlyList<string> Scopes, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, bool LongLived)
{
    /// <summary>Set when the token was revoked: the subcode of error 190, 0 for none.</summary>
    public int? RevokedWith { get; set; }

    public bool Has(string scope) => Scopes.Contains(scope);
}
