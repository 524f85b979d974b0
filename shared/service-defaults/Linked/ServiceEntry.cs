// Compiled into each service by Directory.Build.targets: the framework's source generators for validation and for the API document look
// only at the project in which AddValidation and AddOpenApi are called.
using SocialSelling.ServiceDefaults.OpenApi;

namespace SocialSelling.ServiceDefaults.Hosting;

internal static class ServiceEntry
{
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string serviceName)
    {
        builder.AddHostDefaults(serviceName);
        builder.Services.AddValidation();
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        return builder;
    }
}
