using System.Security.Claims;

namespace SocialSelling.ServiceDefaults.Access;

internal static class ClaimReader
{
    /// <summary>A missing claim means an endpoint without authorization or an internal client's token: a mistake in our code.</summary>
    public static Guid RequiredId(ClaimsPrincipal? principal, string claim) =>
        Guid.TryParse(principal?.FindFirst(claim)?.Value, out var id)
            ? id
            : throw new InvalidOperationException($"The request carries no usable claim '{claim}'.");
}
