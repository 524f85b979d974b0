using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.ApiKeys;

internal static class ApiKeyErrors
{
    private const string NotFoundCode = "APIKEY_001";
    private const string TooManyCode = "APIKEY_002";

    public static ProblemHttpResult NotFound() => Problems.NotFound(NotFoundCode, "There is no such API key in this workspace.");

    public static ProblemHttpResult TooMany(int limit) =>
        Problems.Conflict(TooManyCode, $"The workspace has {limit} API keys, which is the limit; revoke one that is not needed any more.");
}
