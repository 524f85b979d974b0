namespace SocialSelling.MetaSimulator.State;

internal sealed record AuthorizationCode(string Value, string RedirectUri, Account Account, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)
{
    public bool Used { get; set; }
}
