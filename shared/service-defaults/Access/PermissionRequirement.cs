using Microsoft.AspNetCore.Authorization;

namespace SocialSelling.ServiceDefaults.Access;

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;
