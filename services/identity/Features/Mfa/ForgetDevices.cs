using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Mfa;

internal static class ForgetDevices
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/devices", HandleAsync).WithName(nameof(ForgetDevices))
        .WithSummary("Forgets all browsers: each is asked for the second factor again.").ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static async Task<NoContent> HandleAsync(CurrentUser current, HttpContext http, IdentityDbContext db, CancellationToken ct)
    {
        await db.RememberedDevices.Where(device => device.UserId == current.Id).ExecuteDeleteAsync(ct);
        DeviceCookie.Delete(http);
        return TypedResults.NoContent();
    }
}
