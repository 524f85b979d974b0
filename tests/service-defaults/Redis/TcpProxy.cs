using System.Net;
using System.Net.Sockets;

namespace SocialSelling.ServiceDefaults.Tests.Redis;

/// <summary>A port that refuses connections until it is opened, then leads to the server.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string target;
    private readonly int port;
    private Task accepting = Task.CompletedTask;

    public TcpProxy(string target)
    {
        this.target = target;
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
    }

    public string Endpoint => $"127.0.0.1:{port}";

    public void Open()
    {
        listener.Server.Dispose();
        var open = new TcpListener(IPAddress.Loopback, port);
        open.Start();
        accepting = AcceptAsync(open);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        stopping.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync(TcpListener open)
    {
        try
        {
            while (true)
            {
                _ = PumpAsync(await open.AcceptTcpClientAsync(stopping.Token));
            }
        }
        catch (OperationCanceledException)
        {
            open.Dispose();
        }
    }

    private async Task PumpAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            var address = IPEndPoint.Parse(target);
            await server.ConnectAsync(address, stopping.Token);
            await Task.WhenAny(
                client.GetStream().CopyToAsync(server.GetStream(), stopping.Token),
                server.GetStream().CopyToAsync(client.GetStream(), stopping.Token));
        }
    }
}
