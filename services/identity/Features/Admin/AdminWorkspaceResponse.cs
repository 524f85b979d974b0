namespace SocialSelling.Identity.Features.Admin;

/// <summary>A workspace that a user belongs to.</summary>
/// <param name="Id">The workspace's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The user's role in it.</param>
/// <param name="IsOwner">Whether it lives on this user's subscription.</param>
public sealed record AdminWorkspaceResponse(Guid Id, string Name, string Role, bool IsOwner);
