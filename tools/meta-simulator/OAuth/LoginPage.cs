using System.Text.Encodings.Web;

namespace SocialSelling.MetaSimulator.OAuth;

/// <summary>The login page: which account, which permissions, allow or not.</summary>
internal static class LoginPage
{
    public static IResult Form(AuthorizeRequest request, IReadOnlyList<string> usernames) => Page("Allow access", $"""
        <form method="post" action="/www/oauth/authorize">
          <p class="lead">The app <b>{Html(request.ClientId)}</b> asks for access to your professional account.</p>
          {Hidden("client_id", request.ClientId)}{Hidden("redirect_uri", request.RedirectUri)}{Hidden("response_type", "code")}
          {Hidden("scope", string.Join(',', request.Scopes))}{(request.State is null ? "" : Hidden("state", request.State))}
          <label class="field">Account
            <select name="username">{string.Concat(usernames.Select(name => $"<option>{Html(name)}</option>"))}</select>
          </label>
          <fieldset><legend>Permissions</legend>{Hidden("granted", "")}{string.Concat(request.Scopes.Select(Permission))}</fieldset>
          <div class="buttons">
            <button name="answer" value="deny" class="plain">Cancel</button>
            <button name="answer" value="accept">Allow</button>
          </div>
        </form>
        """, StatusCodes.Status200OK);

    public static IResult Problem(string text) => Page("Sorry, this page is not available", $"<p class=\"lead\">{Html(text)}</p>", StatusCodes.Status400BadRequest);

    private static string Permission(string scope) =>
        $"<label class=\"check\"><input type=\"checkbox\" name=\"granted\" value=\"{Html(scope)}\" checked> {Html(scope)}</label>";

    private static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{name}\" value=\"{Html(value)}\">";

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);

    private static IResult Page(string title, string body, int status) => TypedResults.Content($"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html(title)}</title><link rel="stylesheet" href="/login.css"></head>
        <body><main><p class="brand">Simulated login</p><h1>{Html(title)}</h1>{body}</main></body></html>
        """, "text/html; charset=utf-8", statusCode: status);
}
