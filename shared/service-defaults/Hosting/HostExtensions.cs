using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Hosting;

internal static class HostExtensions
{
    private const int MaxBody = 4 * 1024 * 1024;

    public static void AddHttp(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBody;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.Configure<JsonOptions>(options =>
        {
            var json = options.SerializerOptions;
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.NumberHandling = JsonNumberHandling.Strict;
            json.RespectNullableAnnotations = true;
        });
    }

    public static void AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();

        // The exception carries which field it was; without it the framework answers an empty 400.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }
}
