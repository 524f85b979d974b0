using Microsoft.AspNetCore.Authorization;

namespace SocialSelling.ServiceDefaults.Access;

internal sealed record InternalClientRequirement : IAuthorizationRequirement
{
    public const string Scope = "internal";
}
