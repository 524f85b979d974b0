using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.AccountPages;

/// <summary>
/// The pages behind the links in mails, so that every link works in a browser by itself. They read the link's token from the fragment, which
/// reaches no server, and call the same API as every client.
/// </summary>
internal static class AccountPages
{
    private const string Root = "account/";
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string[] Pages = ["verify-email", "reset-password", "change-email", "invitation", "export", "restore"];

    private static readonly FrozenDictionary<string, (byte[] Content, string Type)> Files = new Dictionary<string, (byte[] Content, string Type)>
    {
        ["account.html"] = (Read("account.html"), "text/html; charset=utf-8"),
        ["account.js"] = (Read("account.js"), "text/javascript; charset=utf-8"),
        ["texts.js"] = (Read("texts.js"), "text/javascript; charset=utf-8"),
        ["account.css"] = (Read("account.css"), "text/css; charset=utf-8"),
    }.ToFrozenDictionary();

    public static void MapAccountPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/account/{page}", Handle).AllowAnonymous().ExcludeFromDescription();

    private static Results<FileContentHttpResult, ProblemHttpResult> Handle(string page, HttpContext http)
    {
        if (!Files.TryGetValue(Pages.Contains(page) ? "account.html" : page, out var file))
        {
            return Problems.NotFound(ErrorCodes.NotFound, "There is no such page.");
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return TypedResults.File(file.Content, file.Type);
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Root + name)
            ?? throw new InvalidOperationException($"The page {name} is missing.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
