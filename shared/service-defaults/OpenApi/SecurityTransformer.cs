using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.ServiceDefaults.OpenApi;

/// <summary>Says which operations want a token, which permission it must carry, and which ones are for people and not for API keys.</summary>
internal sealed class SecurityTransformer : IOpenApiOperationTransformer
{
    public const string Scheme = "bearer";
    public const string KeyScheme = "apiKey";
    private const string Permission = "x-permission";
    private const string PeopleOnly = "x-people-only";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var policies = metadata.OfType<AuthorizationPolicy>().ToList();
        if (metadata.OfType<IAllowAnonymous>().Any() || (policies.Count == 0 && !metadata.OfType<IAuthorizeData>().Any()))
        {
            operation.Security = [];
            return Task.CompletedTask;
        }

        operation.Security = [Requirement(Scheme, context)];
        var requirements = policies.SelectMany(policy => policy.Requirements).ToList();
        if (requirements.OfType<PermissionRequirement>().LastOrDefault() is { } requirement)
        {
            operation.AddExtension(Permission, new JsonNodeExtension(requirement.Permission));
        }

        if (requirements.OfType<PeopleOnlyRequirement>().Any())
        {
            operation.AddExtension(PeopleOnly, new JsonNodeExtension(true));
        }
        else
        {
            operation.Security.Add(Requirement(KeyScheme, context));
        }

        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiOperationTransformerContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
}
