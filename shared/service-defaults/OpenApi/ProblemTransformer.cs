using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.OpenApi;

/// <summary>Every operation may answer with a problem; all have one schema.</summary>
internal sealed class ProblemTransformer : IOpenApiOperationTransformer
{
    private const string ContentType = "application/problem+json";
    private const string Schema = "Problem";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Document is not { } document)
        {
            return;
        }

        document.AddComponent(Schema, (IOpenApiSchema)await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, cancellationToken));
        operation.Responses ??= [];
        foreach (var response in operation.Responses.Where(IsProblem).Select(response => response.Value).OfType<OpenApiResponse>())
        {
            response.Content = Content(document);
        }

        operation.Responses["default"] = new OpenApiResponse { Description = "Any error.", Content = Content(document) };
    }

    /// <summary>Not what follows another standard, such as the errors of OAuth.</summary>
    private static bool IsProblem(KeyValuePair<string, IOpenApiResponse> response) =>
        response.Key[0] is '4' or '5' && (response.Value.Content is not { Count: > 0 } content || content.ContainsKey(ContentType));

    private static Dictionary<string, OpenApiMediaType> Content(OpenApiDocument document) =>
        new() { [ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Schema, document) } };
}
