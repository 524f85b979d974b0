using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Data.Configurations;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Profile;

internal static class UpdateProfile
{
    public static void Map(RouteGroupBuilder group) => group.MapPatch("", HandleAsync).WithName(nameof(UpdateProfile))
        .WithSummary("Changes the fields that are sent; null clears a field that may be empty.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Ok<ProfileResponse>, ProblemHttpResult>> HandleAsync(
        UpdateProfileRequest request, CurrentUser current, IdentityDbContext db, AvatarStore avatars, AuditTrail audit, TimeProvider clock,
        CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == current.Id && user.DeletedAt == null, ct) is not { } user)
        {
            return GetProfile.Gone();
        }

        var before = user.Personal;
        var after = Merge(before, request);
        if (after == before)
        {
            return TypedResults.Ok(ProfileResponse.From(user, avatars.Sign(user.AvatarKey)));
        }

        user.SetPersonal(after, clock.GetUtcNow());
        audit.Add("user.profile_updated", AuditTarget.Of("user", user.Id), after: new { Fields = Changed(db, user) });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException error) when (error.IsViolationOf(UserConfiguration.UsernameIndex))
        {
            return Problems.Conflict(ProfileErrors.UsernameTaken, "Somebody else has this username; choose another.");
        }

        return TypedResults.Ok(ProfileResponse.From(user, avatars.Sign(user.AvatarKey)));
    }

    private static PersonalData Merge(PersonalData old, UpdateProfileRequest request) => new(
        request.Name ?? old.Name,
        request.Has(nameof(request.Username)) ? request.Username?.ToLowerInvariant() : old.Username,
        request.Has(nameof(request.FirstName)) ? request.FirstName : old.FirstName,
        request.Has(nameof(request.LastName)) ? request.LastName : old.LastName,
        request.Has(nameof(request.Bio)) ? request.Bio : old.Bio,
        request.Has(nameof(request.Phone)) ? request.Phone : old.Phone,
        request.Language ?? old.Language,
        request.Timezone ?? old.Timezone);

    // Names of fields only: the audit log outlives the data themselves.
    private static string[] Changed(IdentityDbContext db, User user) =>
    [
        .. db.Entry(user).Properties.Where(property => property.IsModified && property.Metadata.Name != nameof(User.UpdatedAt))
            .Select(property => property.Metadata.Name),
    ];
}
