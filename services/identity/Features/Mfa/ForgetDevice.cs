using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Mfa;

internal static class ForgetDevice
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/devices/{id:guid}", HandleAsync).WithName(nameof(ForgetDevice))
        .WithSummary("Forgets one browser: it is asked for the second factor again.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentUser current, IdentityDbContext db, CancellationToken ct) =>
        await db.RememberedDevices.Where(device => device.Id == id && device.UserId == current.Id).ExecuteDeleteAsync(ct) > 0
            ? TypedResults.NoContent()
            : Problems.NotFound(ErrorCodes.NotFound, "There is no such device.");
}
