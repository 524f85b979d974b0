using Microsoft.AspNetCore.Authorization;

namespace SocialSelling.ServiceDefaults.Access;

internal sealed record InternalClientRequirement(string Scope) : IAuthorizationRequirement
{
    public const string Internal = "internal";
}
