using System.Globalization;
using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.OAuth;

namespace SocialSelling.MetaSimulator.Faults;

/// <summary>Breaks the calls that a rule names: before the effect, after it, or on the way back.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultStore faults)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (faults.TakeCall(http.Request.Method, http.Request.Path.Value ?? "") is not { } fault)
        {
            return next(http);
        }

        CallContext.Of(http).Fault = fault.Kind;
        return fault.Kind switch
        {
            FaultKinds.Error => ErrorOf(fault, http).ExecuteAsync(http),
            FaultKinds.ErrorAfter => AfterAsync(http, (_, _) => ErrorOf(fault, http).ExecuteAsync(http)),
            FaultKinds.TimeoutBefore => HoldAsync(http, fault),
            FaultKinds.TimeoutAfter => AfterAsync(http, (_, _) => HoldAsync(http, fault)),
            FaultKinds.Reset => AbortAsync(http),
            FaultKinds.LostResponse => AfterAsync(http, (_, _) => AbortAsync(http)),
            FaultKinds.Html => HtmlAsync(http, fault),
            FaultKinds.InvalidJson => AfterAsync(http, (response, body) => WriteAsync(response, body.AsMemory(0, body.Length / 2))),
            FaultKinds.SlowBody => AfterAsync(http, (response, body) => DribbleAsync(response, body, fault.DelayMs)),
            _ => EmptyAsync(http),
        };
    }

    private static IResult ErrorOf(FaultRule fault, HttpContext http)
    {
        var status = fault.Status ?? (fault.Code is 1 or 2 ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest);
        var message = fault.Message ?? string.Create(CultureInfo.InvariantCulture, $"(#{fault.Code}) Injected by the simulator");
        return http.Request.Path.StartsWithSegments("/api")
            ? new OAuthError(message, status)
            : new GraphError(fault.Code, fault.Subcode, message) { Status = status, Transient = fault.Transient };
    }

    private static async Task EmptyAsync(HttpContext http) => await GraphAnswers.Json(new JsonObject
    {
        ["data"] = new JsonArray(),
    }).ExecuteAsync(http);

    private static async Task HoldAsync(HttpContext http, FaultRule fault)
    {
        try
        {
            await Task.Delay(fault.DelayMs, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        http.Abort();
    }

    private static Task AbortAsync(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static Task HtmlAsync(HttpContext http, FaultRule fault)
    {
        http.Response.StatusCode = fault.Status ?? StatusCodes.Status500InternalServerError;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync("<!doctype html><html><body><h1>Sorry, something went wrong.</h1></body></html>", http.RequestAborted);
    }

    /// <summary>Lets the call have its effect, keeps the true answer back and writes another.</summary>
    private async Task AfterAsync(HttpContext http, Func<HttpResponse, byte[], Task> answer)
    {
        var client = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = client;
        }

        http.Response.ContentLength = null;
        await answer(http.Response, kept.ToArray());
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body) =>
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);

    private static async Task DribbleAsync(HttpResponse response, byte[] body, int milliseconds)
    {
        const int Pieces = 10;
        foreach (var piece in body.Chunk(Math.Max(1, (body.Length + Pieces - 1) / Pieces)))
        {
            await WriteAsync(response, piece);
            await response.Body.FlushAsync(response.HttpContext.RequestAborted);
            await Task.Delay(milliseconds / Pieces, response.HttpContext.RequestAborted);
        }
    }
}
