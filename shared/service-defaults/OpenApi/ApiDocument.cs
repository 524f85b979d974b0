using Microsoft.AspNetCore.OpenApi;

namespace SocialSelling.ServiceDefaults.OpenApi;

/// <summary>The service's OpenAPI document.</summary>
public static class ApiDocument
{
    /// <summary>The document's name.</summary>
    public const string Name = "v1";

    /// <summary>Adds what every document of the suite has.</summary>
    public static void Configure(OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_0;
    }
}
