using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialSelling.MailCatcher.Mails;

internal static class MailEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", List);
        group.MapGet("/{id:long}", Show);
        group.MapGet("/{id:long}/html", ShowHtml);
        group.MapDelete("", Clear);
    }

    /// <summary>Newest first; <c>to</c> is a whole address, <c>search</c> a part of recipient, subject or text.</summary>
    private static Ok<MailSummary[]> List(MailStore store, string? to, string? search) => TypedResults.Ok(store.All()
        .Where(mail => string.IsNullOrEmpty(to) || mail.IsTo(to))
        .Where(mail => string.IsNullOrWhiteSpace(search) || mail.Concerns(search.Trim()))
        .Select(MailSummary.Of).ToArray());

    private static Results<Ok<CaughtMail>, NotFound> Show(long id, MailStore store) =>
        store.Find(id) is { } mail ? TypedResults.Ok(mail) : TypedResults.NotFound();

    private static Results<ContentHttpResult, NotFound> ShowHtml(long id, MailStore store, HttpContext http)
    {
        if (store.Find(id) is not { } mail)
        {
            return TypedResults.NotFound();
        }

        // No scripts and no requests to elsewhere, also when it is opened by itself; links open a page of their own.
        http.Response.Headers.ContentSecurityPolicy =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        return TypedResults.Content($"<base target=\"_blank\">{mail.Html}", "text/html; charset=utf-8");
    }

    private static NoContent Clear(MailStore store)
    {
        store.Clear();
        return TypedResults.NoContent();
    }
}
