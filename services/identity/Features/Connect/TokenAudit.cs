using SocialSelling.ServiceDefaults.Audit;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>Notes what clients were given and took back.</summary>
internal sealed class TokenAudit(AuditTrail trail)
{
    /// <summary>A client got a token for itself.</summary>
    public void Issued(Client client, string grant, string scope) =>
        trail.Add("oauth.token_issued", new("client", client.Id), AuditActors.Service(client.Id), workspaceId: null, after: new { grant, scope });

    /// <summary>A client got tokens of a user's session.</summary>
    public void Issued(Client client, TokenFacts facts) => trail.Add(
        "oauth.token_issued", new("session", facts.SessionId.ToString()), AuditActors.Service(client.Id), facts.Workspace,
        after: new { grant = GrantTypes.RefreshToken, user = facts.Subject });

    /// <summary>A client ended a user's session.</summary>
    public void Revoked(Client client, TokenFacts facts) => trail.Add(
        "oauth.token_revoked", new("session", facts.SessionId.ToString()), AuditActors.Service(client.Id), facts.Workspace,
        after: new { user = facts.Subject });
}
