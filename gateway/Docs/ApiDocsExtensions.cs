namespace SocialSelling.Gateway.Docs;

internal static class ApiDocsExtensions
{
    private const string Prefix = "/docs";
    private const string Document = "/docs/openapi.json";

    /// <summary><c>/docs</c> shows the API, <c>/docs/openapi.json</c> is its document.</summary>
    public static void UseApiDocs(this WebApplication app) =>
        app.UseWhen(static context => context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal), static docs =>
        {
            docs.Use(static (context, next) => context.Request.Path == Document ? WriteAsync(context) : next(context));
            docs.UseSwaggerUI(ui =>
            {
                ui.RoutePrefix = Prefix[1..];
                ui.DocumentTitle = "SocialSelling API";
                ui.SwaggerEndpoint(Document, "SocialSelling v1");
            });
        });

    private static Task WriteAsync(HttpContext context)
    {
        var document = context.RequestServices.GetRequiredService<ApiDocuments>().Merged;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "public, max-age=300";
        return context.Response.Body.WriteAsync(document, context.RequestAborted).AsTask();
    }
}
