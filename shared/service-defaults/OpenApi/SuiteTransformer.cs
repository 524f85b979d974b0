using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.OpenApi;

/// <summary>Title and the ways to prove who one is; nothing that depends on where the document is made.</summary>
internal sealed class SuiteTransformer(ServiceInfo service) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = $"SocialSelling {service.Name}", Version = ApiDocument.Name };
        document.Servers = [];
        document.Components?.Schemas?.Remove(nameof(Microsoft.AspNetCore.Mvc.ProblemDetails));
        document.AddComponent<IOpenApiSecurityScheme>(SecurityTransformer.Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token from POST /api/v1/auth/login.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(SecurityTransformer.KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Api-Key",
            Description = "An API key of the workspace, from POST /api/v1/api-keys; it is good as a bearer token too.",
        });
        return Task.CompletedTask;
    }
}
