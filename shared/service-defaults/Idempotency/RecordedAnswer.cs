using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace SocialSelling.ServiceDefaults.Idempotency;

/// <summary>An answer held back until the transaction has ended, and kept for repeats.</summary>
internal sealed record RecordedAnswer(int StatusCode, string? ContentType, string? Location, byte[] Body, bool IsRepeat)
{
    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public static RecordedAnswer From(IdempotencyKey stored) => new(stored.StatusCode, stored.ContentType, stored.Location, stored.Body, IsRepeat: true);

    public static async Task<RecordedAnswer> RecordAsync(HttpContext http, RequestDelegate handler)
    {
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        try
        {
            await handler(http);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(original);
        }

        return new RecordedAnswer(http.Response.StatusCode, http.Response.ContentType, http.Response.Headers.Location, body.ToArray(), IsRepeat: false);
    }

    public async Task WriteAsync(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = StatusCode;
        if (IsRepeat)
        {
            response.ContentType = ContentType;
            if (Location is not null) response.Headers.Location = Location;
            response.Headers["Idempotency-Replayed"] = "true";
        }

        if (Body.Length == 0) return;
        response.Headers[HeaderNames.ContentLength] = Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(Body, http.RequestAborted);
    }
}
