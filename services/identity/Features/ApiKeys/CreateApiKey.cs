using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.EmailVerification;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Audit;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.ApiKeys;

/// <summary>What a new API key shall be.</summary>
/// <param name="Name">What it is for, 1 to 100 characters.</param>
/// <param name="Scopes">Its permissions, of those that you have yourself.</param>
/// <param name="ExpiresAt">When it ends by itself, UTC; never by default.</param>
/// <param name="AccountIds">The client accounts it is confined to, at most 100; by default those that you are confined to yourself.</param>
public sealed record CreateApiKeyRequest(
    [property: Required, StringLength(ApiKey.MaxNameLength, MinimumLength = 1), NoControlCharacters] string Name,
    [property: Required, MinLength(1), MaxLength(100)] IReadOnlyList<string> Scopes,
    DateTimeOffset? ExpiresAt = null,
    [property: MinLength(1), MaxLength(100)] IReadOnlyList<Guid>? AccountIds = null);

/// <summary>A new API key. Its text is shown this once and stored nowhere.</summary>
/// <param name="Key">For <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; <c>ssk_[0-9A-Za-z]{12}_[0-9A-Za-z]{51}</c>.</param>
/// <param name="ApiKey">What is known of it later.</param>
public sealed record CreateApiKeyResponse(string Key, ApiKeyResponse ApiKey);

internal static class CreateApiKey
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", HandleAsync).WithName(nameof(CreateApiKey))
        .RequireUserSession().RequireVerifiedEmail().RequireRecentLogin()
        .WithSummary("Makes an API key for the workspace and shows it this once.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);

    internal static async Task<Results<Created<CreateApiKeyResponse>, ProblemHttpResult>> HandleAsync(
        CreateApiKeyRequest request, CurrentUser user, CurrentWorkspace workspace, IdentityDbContext db, AuditTrail audit,
        IOptions<ApiKeyOptions> options, HttpContext http, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Complaint(request, now) is { } complaint)
        {
            return Problems.BadRequest(ErrorCodes.Validation, "The request is not valid.", complaint);
        }

        // By the record, not by the token, which may say what was taken back a moment ago; and one after the other, so that the limit holds.
        await using var work = await UnitOfWork.BeginAsync(db, ct);
        var locked = await db.LockWorkspaceAsync(workspace.Id, ct);
        var scopes = request.Scopes.Distinct().ToArray();
        var access = await db.FindAccessAsync(workspace.Id, user.Id, ct);
        var accountIds = (request.AccountIds ?? access?.AccountIds)?.Distinct().ToArray();
        if (locked is null || access is null || !access.May(Permissions.ApiKeysManage) || !access.Covers(scopes, accountIds))
        {
            return Problems.Forbidden(ErrorCodes.Forbidden, "A key cannot have permissions or accounts that you do not have yourself.");
        }

        if (await CountAsync(db, workspace.Id, now, ct) >= options.Value.MaxPerWorkspace)
        {
            return ApiKeyErrors.TooMany(options.Value.MaxPerWorkspace);
        }

        var (text, shown) = ApiKeyText.Create();
        var key = ApiKey.Create(
            workspace.Id, request.Name, (shown, ApiKeyText.Hash(text)), scopes, user.Id, request.ExpiresAt?.ToUniversalTime(), now);
        key.ConfineTo(accountIds);
        db.Add(key);
        audit.Add("apikey.created", AuditTarget.Of("apiKey", key.Id), after: new { key.Scopes, key.AccountIds, key.ExpiresAt });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"{ApiKeyEndpoints.Path}/{key.Id}", new CreateApiKeyResponse(text, ApiKeyResponse.From(key)));
    }

    private static FieldError? Complaint(CreateApiKeyRequest request, DateTimeOffset now)
    {
        var foreign = request.Scopes.FirstOrDefault(scope => PermissionCatalogue.Grantable.All(permission => permission.Name != scope));
        return foreign is not null ? new("scopes", $"'{Shorten(foreign)}' is no permission that a key can have; see /api/v1/permissions.")
            : request.ExpiresAt <= now ? new("expiresAt", "must be in the future")
            : string.IsNullOrWhiteSpace(request.Name) ? new("name", "must say what the key is for")
            : null;
    }

    private static string Shorten(string text) => text.Length > 50 ? text[..50] : text;

    private static Task<int> CountAsync(IdentityDbContext db, Guid workspaceId, DateTimeOffset now, CancellationToken ct) =>
        db.ApiKeys.CountAsync(key => key.WorkspaceId == workspaceId && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now), ct);
}
