using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>What an endpoint asks of its caller.</summary>
public static class AccessExtensions
{
    /// <summary>Lets in users whose token carries the permission; others get 403 <c>USER_002</c>, none at all 401.</summary>
    /// <param name="builder">The endpoint or group.</param>
    /// <param name="permission">One of the catalogue in <c>SocialSelling.Contracts.Access.Permissions</c>.</param>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(Policy(new PermissionRequirement(permission)));

    /// <summary>Lets in people only: a token of a session, not of a service and not of an API key; others get 403 <c>USER_002</c>.</summary>
    public static TBuilder RequireUserSession<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(Policy(new PeopleOnlyRequirement()));

    /// <summary>Lets in other services only: a client-credentials token with the scope <c>internal</c>. Left out of the API document.</summary>
    public static TBuilder RequireInternalClient<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireInternalClient(InternalClientRequirement.Internal);

    /// <summary>The same with a scope of its own, for what only one client is to do.</summary>
    public static TBuilder RequireInternalClient<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(Policy(new InternalClientRequirement(scope))).ExcludeFromDescription();

    private static AuthorizationPolicy Policy(IAuthorizationRequirement requirement) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(requirement).Build();
}
