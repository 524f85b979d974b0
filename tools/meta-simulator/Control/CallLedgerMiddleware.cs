using System.Diagnostics;
using SocialSelling.MetaSimulator.Graph;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>Writes each call of the app into the ledger, however it ends.</summary>
internal sealed class CallLedgerMiddleware(RequestDelegate next, CallLedger ledger, TimeProvider clock)
{
    private const int LongestValue = 2_000;

    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal) { "access_token", "client_secret", "code" };

    public async Task InvokeAsync(HttpContext http)
    {
        var (at, started) = (clock.GetUtcNow(), Stopwatch.GetTimestamp());
        var call = CallContext.Of(http);
        try
        {
            await next(http);
        }
        finally
        {
            ledger.Recent.Add(new CallRecord
            {
                At = at,
                Method = http.Request.Method,
                Path = http.Request.Path.Value ?? "",
                Version = call.Version,
                Username = call.Username,
                Parameters = call.Parameters.Values.ToDictionary(pair => pair.Key, pair => Shown(pair.Key, call.Parameters[pair.Key])),
                Status = http.RequestAborted.IsCancellationRequested ? null : http.Response.StatusCode,
                Code = call.Code,
                Subcode = call.Subcode,
                Fault = call.Fault,
                Unimplemented = call.Unimplemented,
                Milliseconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
            });
        }
    }

    private static string? Shown(string name, string? value)
    {
        if (Secrets.Contains(name))
        {
            return "…";
        }

        return value is { Length: > LongestValue } ? value[..LongestValue] : value;
    }
}
