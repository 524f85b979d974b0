using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.EmailVerification;

/// <summary>Some things wait until the user's address is confirmed. Read from the table: a token may be older than the confirmation.</summary>
internal sealed class VerifiedEmailFilter(IdentityDbContext db, CurrentUser current) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await db.Users.AnyAsync(user => user.Id == current.Id && user.EmailVerified, context.HttpContext.RequestAborted)
            ? await next(context)
            : Problems.Forbidden(AuthErrors.EmailNotVerified, "Confirm your e-mail address first: open the link of our mail, or ask for another at /api/v1/auth/email/resend.");
}
