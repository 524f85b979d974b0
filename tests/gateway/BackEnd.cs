using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialSelling.Gateway.Tests;

/// <summary>A service behind the gateway on a real port: answers with what reached it.</summary>
public sealed class BackEnd : IAsyncDisposable
{
    private readonly WebApplication app;

    private BackEnd(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public ConcurrentQueue<string> Paths { get; } = [];

    public ConcurrentQueue<string> Queries { get; } = [];

    /// <summary>Answers instead, where it says so.</summary>
    public Func<HttpContext, Task<bool>>? Answer { get; set; }

    public static async Task<BackEnd> StartAsync(string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var backEnd = new BackEnd(builder.Build());
        backEnd.app.UseWebSockets();
        backEnd.app.Run(context => backEnd.AnswerAsync(context, name));
        await backEnd.app.StartAsync();
        return backEnd;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, string name)
    {
        var request = context.Request;
        Paths.Enqueue(request.Path);
        Queries.Enqueue(request.QueryString.ToString());
        if (Answer is { } answer && await answer(context))
        {
            return;
        }

        if (context.WebSockets.IsWebSocketRequest)
        {
            await EchoAsync(await context.WebSockets.AcceptWebSocketAsync());
            return;
        }

        if (request.Query.ContainsKey("hang"))
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        if (request.Query.ContainsKey("fail"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var read = new MemoryStream();
        await request.Body.CopyToAsync(read);
        context.Response.Headers["X-Request-ID"] = "from-the-service";
        await context.Response.WriteAsJsonAsync(new
        {
            service = name,
            path = request.Path.Value,
            bytes = read.Length,
            requestId = request.Headers["X-Request-ID"].ToString(),
            forwardedFor = request.Headers["X-Forwarded-For"].ToString(),
            authorization = request.Headers.Authorization.ToString(),
            apiKeyHeader = request.Headers["X-Api-Key"].ToString(),
        });
    }

    private static async Task EchoAsync(WebSocket socket)
    {
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        await socket.SendAsync(buffer.AsMemory(0, received.Count), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }
}
