using System.ComponentModel.DataAnnotations;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>How a workspace is called.</summary>
/// <param name="Name">2 to 255 characters; need not be unique.</param>
public sealed record WorkspaceNameRequest(
    [property: Required, StringLength(Workspace.MaxNameLength, MinimumLength = 2), NoControlCharacters] string Name);
