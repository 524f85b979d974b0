using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Idempotency;

/// <summary>Stands around one endpoint's handler.</summary>
internal sealed class IdempotentHandler<TContext>(RequestDelegate inner)
    where TContext : ServiceDbContext
{
    public async Task HandleAsync(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue("Idempotency-Key", out var header))
        {
            await inner(http);
            return;
        }

        var key = header.ToString();
        if (key.Length is 0 or > 255)
        {
            await IdempotencyProblems.InvalidKey().ExecuteAsync(http);
            return;
        }

        await HandleOnceAsync(http, RequestIdentity.CallerOf(http), key);
    }

    private async Task HandleOnceAsync(HttpContext http, string caller, string key)
    {
        var ct = http.RequestAborted;
        var db = http.RequestServices.GetRequiredService<TContext>();
        var fingerprint = await RequestIdentity.FingerprintAsync(http.Request, ct);
        ProblemHttpResult? problem = null;
        RecordedAnswer? answer = null;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (!await IdempotencyStore.TryLockAsync(db, caller, key, ct)) problem = IdempotencyProblems.Running();
            else if (await IdempotencyStore.FindAsync(db, caller, key, ct) is not { } stored) answer = await RunAsync(http, db, caller, key, fingerprint);
            else if (!stored.Fingerprint.AsSpan().SequenceEqual(fingerprint)) problem = IdempotencyProblems.OtherRequest();
            else answer = RecordedAnswer.From(stored);

            if (answer is { IsSuccess: true }) await transaction.CommitAsync(ct);
        }

        if (problem is not null) await problem.ExecuteAsync(http);
        else if (answer is not null) await answer.WriteAsync(http);
    }

    private async Task<RecordedAnswer> RunAsync(HttpContext http, TContext db, string caller, string key, byte[] fingerprint)
    {
        var answer = await RecordedAnswer.RecordAsync(http, inner);
        if (!answer.IsSuccess) return answer;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        await IdempotencyStore.AddAsync(db, caller, key, fingerprint, answer, now, http.RequestAborted);
        return answer;
    }
}
