namespace SocialSelling.Instagram.Data.Ledger;

/// <summary>The connected account behind a platform account id.</summary>
internal sealed record AccountRef(Guid AccountId, Guid WorkspaceId);
