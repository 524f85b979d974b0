using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SocialSelling.Testing;

namespace SocialSelling.Messaging.Tests;

/// <summary>SignalR's JSON protocol over a bare WebSocket, as a browser without the library would speak it.</summary>
internal sealed class HubClient(WebSocket socket) : IDisposable
{
    private const char Separator = '\u001e';
    private readonly StringBuilder _received = new();

    public static Task<HubClient> ConnectAsync(MessagingFixture messaging, Guid workspaceId, params string[] permissions) =>
        ConnectAsync(messaging, TestTokens.Create(Guid.CreateVersion7(), workspaceId, permissions));

    public static async Task<HubClient> ConnectAsync(MessagingFixture messaging, string token)
    {
        var socket = await messaging.Server.CreateWebSocketClient().ConnectAsync(
            new Uri(messaging.Server.BaseAddress, $"/hubs/inbox?access_token={token}"), CancellationToken.None);
        var client = new HubClient(socket);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        await client.NextAsync(_ => true);
        return client;
    }

    public Task SendAsync(string record) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(record + Separator), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The first record that the condition takes, within 20 s.</summary>
    public async Task<JsonElement> NextAsync(Func<JsonElement, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var record = JsonDocument.Parse(await RecordAsync(limit.Token)).RootElement;
            if (condition(record)) return record;
        }
    }

    /// <summary>The next push.</summary>
    public async Task<JsonElement> PushAsync()
    {
        var push = await NextAsync(record => record.TryGetProperty("target", out var target) && target.GetString() == "conversationUpdated");
        return push.GetProperty("arguments")[0];
    }

    /// <summary>The next push with this message; those of what came before may still be on their way.</summary>
    public async Task<JsonElement> PushOfAsync(Guid message)
    {
        while (true)
        {
            var push = await PushAsync();
            if (push.GetProperty("messages").EnumerateArray().Any(entry => entry.Id() == message))
            {
                return push;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<string> RecordAsync(CancellationToken ct)
    {
        var buffer = new byte[8192];
        while (true)
        {
            var end = _received.ToString().IndexOf(Separator, StringComparison.Ordinal);
            if (end >= 0)
            {
                var record = _received.ToString(0, end);
                _received.Remove(0, end + 1);
                return record;
            }

            var part = await socket.ReceiveAsync(buffer.AsMemory(), ct);
            if (part.MessageType == WebSocketMessageType.Close) throw new WebSocketException("The server has closed the connection.");
            _received.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
    }
}
