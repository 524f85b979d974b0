using Microsoft.AspNetCore.Http.HttpResults;

namespace SocialSelling.ServiceDefaults.Idempotency;

internal static class IdempotencyProblems
{
    public static ProblemHttpResult OtherRequest() =>
        Problems.Problems.Unprocessable("IDEMPOTENCY_001", "This Idempotency-Key was used for another request.");

    public static ProblemHttpResult Running() =>
        Problems.Problems.Conflict("IDEMPOTENCY_002", "A request with this Idempotency-Key is still running.");

    public static ProblemHttpResult InvalidKey() =>
        Problems.Problems.BadRequest("IDEMPOTENCY_003", "Idempotency-Key must have 1 to 255 characters.");
}
