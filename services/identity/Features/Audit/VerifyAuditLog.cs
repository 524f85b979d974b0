using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.Contracts.Access;
using SocialSelling.Identity.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Audit;

internal static class VerifyAuditLog
{
    private const string Summary =
        "Checks the chain of hashes and seals from the first entry on and names the first that does not hold. `entries` and `hash` of an earlier "
        + "answer, given again, must still be met.";

    public static void Map(RouteGroupBuilder group) => group.MapGet("/verify", HandleAsync).WithName(nameof(VerifyAuditLog))
        .RequirePermission(Permissions.AuditRead).WithSummary(Summary).ProducesProblem(StatusCodes.Status400BadRequest);

    public static void MapPlatform(RouteGroupBuilder group) => group.MapGet("/audit/verify", HandlePlatformAsync).WithName("VerifyPlatformAuditLog")
        .WithSummary(Summary).ProducesProblem(StatusCodes.Status400BadRequest);

    internal static async Task<Ok<AuditVerification>> HandleAsync(
        CurrentWorkspace workspace, long? entries, string? hash, AuditVerifier verifier, CancellationToken ct) =>
        TypedResults.Ok(await verifier.VerifyAsync(workspace.Id, Known(workspace.Id, entries, hash), ct));

    internal static async Task<Ok<AuditVerification>> HandlePlatformAsync(long? entries, string? hash, AuditVerifier verifier, CancellationToken ct) =>
        TypedResults.Ok(await verifier.VerifyAsync(AuditChain.Platform, Known(AuditChain.Platform, entries, hash), ct));

    private static AuditHead? Known(Guid chainId, long? entries, string? hash)
    {
        if (entries is null && hash is null)
        {
            return null;
        }

        if (entries is not > 0)
        {
            throw new InvalidRequestException("entries", "must be a number from 1, given together with hash");
        }

        var bytes = new byte[AuditChain.HashLength];
        return hash?.Length == 2 * bytes.Length && Convert.FromHexString(hash, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == bytes.Length
            ? new AuditHead(chainId, entries.Value, bytes)
            : throw new InvalidRequestException("hash", "must be 64 hexadecimal digits, given together with entries");
    }
}
