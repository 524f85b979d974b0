using Microsoft.AspNetCore.Authorization;

namespace SocialSelling.ServiceDefaults.Access;

internal sealed class InternalClientHandler : AuthorizationHandler<InternalClientRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, InternalClientRequirement requirement)
    {
        var scopes = context.User.FindAll(TokenClaims.Scope).SelectMany(claim => claim.Value.Split(' '));
        if (context.User.HasClaim(static claim => claim.Type == TokenClaims.ClientId) && scopes.Contains(requirement.Scope))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
