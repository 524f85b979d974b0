using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SocialSelling.ServiceDefaults.Idempotency;

namespace SocialSelling.ServiceDefaults.OpenApi;

/// <summary>Says which operations take an <c>Idempotency-Key</c>.</summary>
internal sealed class IdempotencyTransformer : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IdempotencyMetadata>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "Idempotency-Key",
                In = ParameterLocation.Header,
                Description = "A repeat with the same key and body gets the first answer and changes nothing.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }
}
