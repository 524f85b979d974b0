using Microsoft.Extensions.Options;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Sessions;

/// <summary>Puts the refresh token of an answer into the browser's cookies too; only of a good answer, so that a failure leaves them as they are.</summary>
internal sealed class RefreshCookieFilter(IOptions<SessionLifetimeOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var inner = result is INestedHttpResult nested ? nested.Result : result;
        if (inner is IValueHttpResult { Value: AuthResponse answer })
        {
            RefreshCookie.Set(context.HttpContext.Response, answer.RefreshToken, options.Value.RefreshTokenLifetime);
        }

        return result;
    }
}
