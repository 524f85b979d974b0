using Microsoft.AspNetCore.Authorization;

namespace SocialSelling.ServiceDefaults.Access;

internal sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        // Workspace and session are asked for too: a client-credentials token never passes for a user's.
        var user = context.User;
        if (user.HasClaim(TokenClaims.Permissions, requirement.Permission)
            && user.HasClaim(static claim => claim.Type == TokenClaims.Workspace)
            && user.HasClaim(static claim => claim.Type == TokenClaims.SessionId))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
