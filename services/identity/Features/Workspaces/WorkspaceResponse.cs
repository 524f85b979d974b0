namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>A workspace that the user belongs to.</summary>
/// <param name="Id">The workspace's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The user's role in it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record WorkspaceResponse(Guid Id, string Name, string Role, DateTimeOffset CreatedAt);
