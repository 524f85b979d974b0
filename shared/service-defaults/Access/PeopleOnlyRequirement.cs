using Microsoft.AspNetCore.Authorization;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>A token of a session: neither a service's nor an API key's.</summary>
internal sealed class PeopleOnlyRequirement : AuthorizationHandler<PeopleOnlyRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PeopleOnlyRequirement requirement)
    {
        if (context.User.HasClaim(static claim => claim.Type == TokenClaims.ApiKey))
        {
            context.Fail(new AuthorizationFailureReason(this, "An API key cannot do this: it is about a person, who has to log in."));
        }
        else if (context.User.HasClaim(static claim => claim.Type == TokenClaims.SessionId))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
