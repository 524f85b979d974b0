using Microsoft.AspNetCore.Authorization;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>A token of a session: neither a service's nor an API key's.</summary>
internal sealed class PeopleOnlyRequirement : AuthorizationHandler<PeopleOnlyRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PeopleOnlyRequirement requirement)
    {
        if (context.User.HasClaim(static claim => claim.Type == TokenClaims.SessionId)
            && !context.User.HasClaim(static claim => claim.Type == TokenClaims.ApiKey))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
