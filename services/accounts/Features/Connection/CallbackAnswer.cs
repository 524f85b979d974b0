using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Accounts.Features.Accounts;

namespace SocialSelling.Accounts.Features.Connection;

/// <summary>Answers the login page's redirect: a page where a person looks, JSON where a program does.</summary>
internal sealed class CallbackAnswer(HttpRequest request)
{
    private readonly bool _browser = request.GetTypedHeaders().Accept.Any(accept => accept.MediaType == "text/html");

    public IResult Connected(AccountResponse account) => _browser
        ? Page(StatusCodes.Status200OK, "Connected", $"@{account.Username} is connected. You can close this window.")
        : TypedResults.Ok(account);

    public IResult Refused(ProblemHttpResult problem) => _browser
        ? Page(problem.StatusCode, "Not connected", problem.ProblemDetails.Detail ?? "")
        : problem;

    private static ContentHttpResult Page(int status, string title, string sentence)
    {
        var html = $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
            <body style="font-family:system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem"><h1>{title}</h1><p>{WebUtility.HtmlEncode(sentence)}</p></body></html>
            """;
        return TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);
    }
}
