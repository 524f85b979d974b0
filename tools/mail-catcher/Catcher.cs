using Microsoft.Extensions.FileProviders;
using SocialSelling.MailCatcher.Mails;
using SocialSelling.MailCatcher.Smtp;

namespace SocialSelling.MailCatcher;

/// <summary>Takes every mail, delivers none, and shows them: a mail server for development and tests.</summary>
internal static class Catcher
{
    public static Task Main(string[] args) => Build(args).RunAsync();

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddOptions<CatcherOptions>().BindConfiguration(CatcherOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<MailStore>();
        builder.Services.AddSingleton<SmtpListener>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SmtpListener>());
        var app = builder.Build();
        var page = new EmbeddedFileProvider(typeof(Catcher).Assembly, "SocialSelling.MailCatcher.wwwroot");
        app.Use(GuardAsync);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = page });
        app.MapGet("/health/ready", () => TypedResults.Ok(new { Status = "Healthy" }));
        app.MapGet("/health/live", () => TypedResults.Ok(new { Status = "Healthy" }));
        MailEndpoints.Map(app.MapGroup("/api/mails"));
        return app;
    }

    // What is caught comes from anywhere: it may show, and do nothing.
    private static Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return next(http);
    }
}
