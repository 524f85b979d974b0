using System.Buffers;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>
/// The id that ties a caller's request to our answers and logs: taken from <c>X-Request-ID</c> where the caller sends a sane one, else the
/// trace id. It stands in <see cref="HttpContext.TraceIdentifier"/> and travels on as W3C baggage.
/// </summary>
public static class CorrelationId
{
    /// <summary>The header.</summary>
    public const string Header = "X-Request-ID";

    internal const string BaggageName = "correlation.id";
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Gives the request its id and returns it.</summary>
    public static string Assign(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var headers = context.Request.Headers;
        var activity = Activity.Current;
        if (!headers.TryGetValue(Header, out var sent) || !IsSane(sent))
        {
            sent = activity?.TraceId.ToHexString() ?? Guid.CreateVersion7().ToString("N");
            headers[Header] = sent;
        }

        var id = sent.ToString();
        context.TraceIdentifier = id;
        activity?.SetBaggage(BaggageName, id);
        return id;
    }

    /// <summary>The id of what is being worked on, outside of a request too; null where there is none.</summary>
    public static string? Current => Activity.Current?.GetBaggageItem(BaggageName);

    private static bool IsSane(StringValues sent) =>
        sent is [{ Length: > 0 and <= MaxLength } id] && !id.AsSpan().ContainsAnyExcept(Allowed);
}
