using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace SocialSelling.Demo;

/// <summary>A client of the realtime hub: SignalR's JSON protocol over a WebSocket, through the gateway.</summary>
public sealed class InboxSocket : IAsyncDisposable
{
    private const char RecordSeparator = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonElement> _updates = Channel.CreateBounded<JsonElement>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource _closing = new();
    private Task _reading = Task.CompletedTask;

    /// <summary>Connects and shakes hands.</summary>
    public async Task ConnectAsync(Uri gateway, string accessToken, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        var address = new UriBuilder(gateway)
        {
            Scheme = gateway.Scheme == Uri.UriSchemeHttps ? "wss" : "ws",
            Path = "/hubs/inbox",
            Query = $"access_token={Uri.EscapeDataString(accessToken)}",
        };
        await _socket.ConnectAsync(address.Uri, ct);
        await _socket.SendAsync(
            Encoding.UTF8.GetBytes($$"""{"protocol":"json","version":1}{{RecordSeparator}}"""), WebSocketMessageType.Text, endOfMessage: true, ct);
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _reading = ReadAsync(opened);
        await opened.Task.WaitAsync(TimeSpan.FromSeconds(10), ct);
    }

    /// <summary>The arguments of each <c>conversationUpdated</c>, as they come.</summary>
    public IAsyncEnumerable<JsonElement> UpdatesAsync(CancellationToken ct) => _updates.Reader.ReadAllAsync(ct);

    /// <summary>Waits for the first update that matches.</summary>
    public async Task<JsonElement> WaitForAsync(Func<JsonElement, bool> matches, TimeSpan limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(matches);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(ct);
        bounded.CancelAfter(limit);
        try
        {
            await foreach (var update in UpdatesAsync(bounded.Token))
            {
                if (matches(update))
                {
                    return update;
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Nothing was pushed over SignalR within {limit.TotalSeconds:0} s.");
        }

        throw new InvalidOperationException("The realtime connection was closed.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _closing.Dispose();
    }

    private async Task ReadAsync(TaskCompletionSource opened)
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        var decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[buffer.Length];
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                text.Append(characters, 0, decoder.GetChars(buffer, 0, part.Count, characters, 0));
                await TakeRecordsAsync(text, opened);
            }

            _updates.Writer.TryComplete();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            opened.TrySetException(exception);
            _updates.Writer.TryComplete();
        }
    }

    private async Task TakeRecordsAsync(StringBuilder text, TaskCompletionSource opened)
    {
        var records = text.ToString().Split(RecordSeparator);
        text.Clear().Append(records[^1]);
        foreach (var record in records[..^1])
        {
            using var message = JsonDocument.Parse(record);
            if (!message.RootElement.TryGetProperty("type", out var type))
            {
                opened.TrySetResult();
            }
            else if (type.GetInt32() == 1 && message.RootElement.GetProperty("target").GetString() == "conversationUpdated")
            {
                await _updates.Writer.WriteAsync(message.RootElement.GetProperty("arguments")[0].Clone(), _closing.Token);
            }
        }
    }
}
