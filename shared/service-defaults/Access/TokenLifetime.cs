using Microsoft.IdentityModel.Tokens;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>The check of a token's times against our own clock, with a little room for clocks that differ.</summary>
internal static class TokenLifetime
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    public static LifetimeValidator With(TimeProvider clock) => (notBefore, expires, _, _) =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (expires is null || now >= expires)
        {
            throw new SecurityTokenExpiredException("The token has expired.");
        }

        return notBefore is null || now >= notBefore - Skew;
    };
}
