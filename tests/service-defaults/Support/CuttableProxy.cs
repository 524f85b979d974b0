using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SocialSelling.ServiceDefaults.Tests.Support;

/// <summary>A way to a server that can be cut and mended, as when the server or the network goes away.</summary>
public sealed class CuttableProxy(string host, int port) : IDisposable
{
    private readonly ConcurrentDictionary<TcpClient, bool> connections = new();
    private TcpListener? listener;
    private int ownPort;

    public int Port => ownPort;

    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, ownPort);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        ownPort = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public void Cut()
    {
        listener?.Stop();
        foreach (var connection in connections.Keys) connection.Dispose();
        connections.Clear();
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener own)
    {
        try
        {
            while (true) _ = CarryAsync(await own.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task CarryAsync(TcpClient inside)
    {
        using var outside = new TcpClient();
        connections[inside] = connections[outside] = true;
        try
        {
            await outside.ConnectAsync(host, port);
            var there = inside.GetStream().CopyToAsync(outside.GetStream());
            var back = outside.GetStream().CopyToAsync(inside.GetStream());
            await await Task.WhenAny(there, back);
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has gone; the other follows.
        }
        finally
        {
            connections.TryRemove(inside, out _);
            connections.TryRemove(outside, out _);
            inside.Dispose();
        }
    }
}
