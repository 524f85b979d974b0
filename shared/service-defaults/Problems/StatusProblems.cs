using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>What to say where only a status is known.</summary>
internal static class StatusProblems
{
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ErrorCodes.TokenInvalid,
        StatusCodes.Status403Forbidden => ErrorCodes.Forbidden,
        StatusCodes.Status404NotFound => ErrorCodes.NotFound,
        StatusCodes.Status405MethodNotAllowed => ErrorCodes.MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => ErrorCodes.RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => ErrorCodes.PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ErrorCodes.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => ErrorCodes.RateLimited,
        StatusCodes.Status502BadGateway => ErrorCodes.BadGateway,
        StatusCodes.Status503ServiceUnavailable => ErrorCodes.Unavailable,
        StatusCodes.Status504GatewayTimeout => ErrorCodes.Timeout,
        >= 500 => ErrorCodes.Internal,
        _ => ErrorCodes.BadRequest,
    };

    public static string MessageOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "A valid access token is required.",
        StatusCodes.Status403Forbidden => "You do not have the permission for this.",
        StatusCodes.Status404NotFound => "There is nothing here.",
        StatusCodes.Status405MethodNotAllowed => "This address does not know the method.",
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive.",
        StatusCodes.Status413PayloadTooLarge => "The request body is too large.",
        StatusCodes.Status415UnsupportedMediaType => "The request body's media type is not accepted.",
        StatusCodes.Status429TooManyRequests => "Too many requests.",
        StatusCodes.Status502BadGateway => "The service behind did not give a usable answer.",
        StatusCodes.Status503ServiceUnavailable => "The service is not available at the moment.",
        StatusCodes.Status504GatewayTimeout => "The service behind did not answer in time.",
        >= 500 => "An unexpected error occurred.",
        _ => "The request cannot be served.",
    };
}
