using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Privacy;

internal static class PrivacyErrors
{
    public static ProblemHttpResult ExportNotFound() => Problems.NotFound("PRIVACY_001", "There is no such export. Ask for a new one.");

    public static ProblemHttpResult ExportRunning() =>
        Problems.Conflict("PRIVACY_002", "An export of yours is being prepared. Wait until it is ready or has failed, then ask again.");

    public static ProblemHttpResult TooManyExports(int limit, TimeSpan wait) =>
        Problems.TooManyRequests("PRIVACY_003", $"At most {limit} exports can be asked for within 24 hours. Try again later.", wait);

    public static ProblemHttpResult NotReady() => Problems.Conflict("PRIVACY_004", "The export is not ready yet. Its state tells when it is.");

    public static ProblemHttpResult NotAvailable(string? failure) =>
        Problems.Create(StatusCodes.Status410Gone, "PRIVACY_005", failure ?? "The export has expired and was deleted. Ask for a new one.");

    public static ProblemHttpResult MayNot() => Problems.Forbidden(
        "USER_002", "A workspace's data can be had by its owners only, with a token of that workspace. Switch to it, or ask an owner.");

    public static ProblemHttpResult ErasureNotFound() => Problems.NotFound("PRIVACY_006", "There is no such erasure that you have asked for.");
}
