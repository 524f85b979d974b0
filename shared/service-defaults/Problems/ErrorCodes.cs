namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>The error codes that any service may answer with; a service's own codes stand beside the code that uses them.</summary>
public static class ErrorCodes
{
    /// <summary>400: a field or parameter is missing or of the wrong form.</summary>
    public const string Validation = "VALIDATION_001";

    /// <summary>401: the access token has expired.</summary>
    public const string TokenExpired = "AUTH_004";

    /// <summary>401: the access token is missing, is not ours, or its session has ended.</summary>
    public const string TokenInvalid = "AUTH_005";

    /// <summary>403: the caller lacks the permission.</summary>
    public const string Forbidden = "USER_002";

    /// <summary>404: no such route, or no such row for this workspace.</summary>
    public const string NotFound = "NOT_FOUND_001";

    /// <summary>405: the route does not know the method.</summary>
    public const string MethodNotAllowed = "REQUEST_001";

    /// <summary>413: the body is too large.</summary>
    public const string PayloadTooLarge = "REQUEST_002";

    /// <summary>415: the body's media type is not accepted.</summary>
    public const string UnsupportedMediaType = "REQUEST_003";

    /// <summary>408: the request took too long to arrive.</summary>
    public const string RequestTimeout = "REQUEST_004";

    /// <summary>Any other 4xx.</summary>
    public const string BadRequest = "REQUEST_005";

    /// <summary>429: too many requests; <c>Retry-After</c> says when to come back.</summary>
    public const string RateLimited = "RATE_001";

    /// <summary>500: a fault of ours; the correlation id finds it in the logs.</summary>
    public const string Internal = "INTERNAL_001";

    /// <summary>502: the service behind answered with rubbish or broke off.</summary>
    public const string BadGateway = "GATEWAY_001";

    /// <summary>503: a dependency is away for the moment; <c>Retry-After</c> says when to try again.</summary>
    public const string Unavailable = "GATEWAY_002";

    /// <summary>504: the service behind did not answer in time.</summary>
    public const string Timeout = "GATEWAY_003";
}
