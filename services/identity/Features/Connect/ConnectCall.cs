using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>
/// A call of an OAuth endpoint whose form is sound and whose client has proved who it is (RFC 6749, sections 2.3 and 3.2), or the refusal.
/// </summary>
internal sealed record ConnectCall(Client? Client, IFormCollection Form, JsonHttpResult<OAuthError>? Refusal)
{
    private const string ClientSecretParameter = "client_secret";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Reads the form and authenticates the client.</summary>
    /// <param name="request">The call.</param>
    /// <param name="clients">Who is known.</param>
    /// <param name="required">A parameter without which the endpoint has nothing to do.</param>
    /// <param name="ct">Cancels the reading.</param>
    public static async Task<ConnectCall> ReadAsync(HttpRequest request, ClientCatalogue clients, string required, CancellationToken ct)
    {
        if (await ReadFormAsync(request, ct) is not { } form)
        {
            return Refused(OAuthError.InvalidRequest("The body must be application/x-www-form-urlencoded."));
        }

        if (Complaint(request, form, required) is { } complaint)
        {
            return Refused(complaint);
        }

        if (TryReadCredentials(request, form, out var credentials) && clients.Authenticate(credentials) is { } client)
        {
            return new(client, form, null);
        }

        request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"identity\", charset=\"UTF-8\"";
        return Refused(OAuthError.InvalidClient, StatusCodes.Status401Unauthorized);
    }

    /// <summary>A parameter, or null where it is missing or without a value, which is the same (RFC 6749, section 3.2).</summary>
    public string? this[string name] => Value(Form, name);

    public static JsonHttpResult<OAuthError> Refuse(OAuthError error, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(error, statusCode: status);

    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
                ? await request.ReadFormAsync(ct)
                : null;
        }
        catch (InvalidDataException)
        {
            // More parameters, or longer ones, than any form of ours has.
            return null;
        }
    }

    private static ConnectCall Refused(OAuthError error, int status = StatusCodes.Status400BadRequest) =>
        new(null, FormCollection.Empty, Refuse(error, status));

    private static string? Value(IFormCollection form, string name) => form[name] is [{ Length: > 0 } value] ? value : null;

    private static OAuthError? Complaint(HttpRequest request, IFormCollection form, string required)
    {
        if (form.Any(parameter => parameter.Value.Count > 1))
        {
            return OAuthError.InvalidRequest("A parameter is given more than once.");
        }

        if (request.Query.ContainsKey(ClientSecretParameter))
        {
            return OAuthError.InvalidRequest("Credentials do not belong into the address: change that secret.");
        }

        if (Value(form, required) is null)
        {
            return OAuthError.InvalidRequest($"The parameter {required} is missing.");
        }

        return HasHeader(request) && Value(form, ClientSecretParameter) is not null
            ? OAuthError.InvalidRequest("The client authenticates in the header or in the body, not in both.")
            : null;
    }

    private static bool TryReadCredentials(HttpRequest request, IFormCollection form, [NotNullWhen(true)] out ClientCredentials? credentials) =>
        HasHeader(request)
            ? ClientCredentials.TryReadBasic(request.Headers.Authorization, out credentials)
                && (Value(form, "client_id") is not { } named || named == credentials.ClientId)
            : ClientCredentials.TryReadForm(form, out credentials);

    private static bool HasHeader(HttpRequest request) => request.Headers.ContainsKey(HeaderNames.Authorization);
}
