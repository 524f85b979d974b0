using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.ServiceDefaults.OpenApi;

/// <summary>Lists the query parameters that <see cref="PageQuery"/> reads; the framework cannot see into its binding.</summary>
internal sealed class PageQueryTransformer : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var handler = context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault();
        if (handler?.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageQuery)) != true)
        {
            return Task.CompletedTask;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(Parameter("page", "The page, from 1.", Number(1, null)));
        operation.Parameters.Add(Parameter("perPage", "Items a page.", Number(20, PageQuery.MaxPerPage)));
        operation.Parameters.Add(Parameter("sort", "The field to sort by, with a leading - for descending order.", new OpenApiSchema { Type = JsonSchemaType.String }));
        operation.Parameters.Add(Parameter("search", "Text to look for, where the list can be searched.", new OpenApiSchema { Type = JsonSchemaType.String }));
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiSchema Number(int fallback, int? max) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = "1",
        Maximum = max?.ToString(CultureInfo.InvariantCulture),
        Default = fallback,
    };
}
