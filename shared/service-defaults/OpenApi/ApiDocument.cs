using Microsoft.AspNetCore.OpenApi;

namespace SocialSelling.ServiceDefaults.OpenApi;

/// <summary>The service's OpenAPI document.</summary>
public static class ApiDocument
{
    /// <summary>The document's name.</summary>
    public const string Name = "v1";

    private const string Internal = "internal/";

    /// <summary>Adds what every document of the suite has: the bearer scheme, the error answer, the parameters of lists.</summary>
    public static void Configure(OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_0;
        options.ShouldInclude = static endpoint => endpoint.RelativePath?.StartsWith(Internal, StringComparison.Ordinal) != true;
        options.AddOperationTransformer<PageQueryTransformer>();
        options.AddOperationTransformer<IdempotencyTransformer>();
        options.AddOperationTransformer<SecurityTransformer>();
        options.AddOperationTransformer<ProblemTransformer>();
        options.AddDocumentTransformer<SuiteTransformer>();
    }
}
