namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Errors by their meaning. The texts are the simulator's own where Meta's are not published: nobody may branch on them.</summary>
internal static class GraphErrors
{
    public static GraphError Missing(string node) => new(100, 33,
        $"Unsupported request. Object with ID '{node}' does not exist, cannot be loaded due to missing permissions, or does not support this operation")
    {
        Type = "GraphMethodException",
    };

    public static GraphError Parameter(string message) => new(100, null, "(#100) " + message);

    public static GraphError InvalidToken() => new(190, null, "Invalid OAuth access token - Cannot parse access token");

    public static GraphError Expired(DateTimeOffset at) => new(190, 463, $"Error validating access token: Session has expired on {at:O}.");

    public static GraphError Revoked(int subcode) =>
        new(190, subcode == 0 ? null : subcode, "Error validating access token: The session has been invalidated.");

    public static GraphError Permission(string scope) => new(10, null, $"(#10) Application does not have permission for this action ({scope})")
    {
        Status = StatusCodes.Status403Forbidden,
    };

    public static GraphError Method(string method) => new(100, null, $"Unsupported request - method type: {method.ToLower(System.Globalization.CultureInfo.InvariantCulture)}")
    {
        Type = "IGApiException",
    };

    public static GraphError Rate() => new(613, 2534040, "(#613) Calls to this api have exceeded the rate limit.");

    public static GraphError Unknown() => new(1, null, "An unknown error has occurred.");
}
