using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SocialSelling.Demo;

namespace SocialSelling.Load.Peers;

/// <summary>nginx as a bare reverse proxy before a service: what a hop costs at the least.</summary>
internal sealed class NginxProxy : IAsyncDisposable
{
    private readonly Process _nginx;
    private readonly DirectoryInfo _folder;

    private NginxProxy(Process nginx, DirectoryInfo folder, Uri address) => (_nginx, _folder, Address) = (nginx, folder, address);

    public Uri Address { get; }

    public static async Task<NginxProxy> StartAsync(Uri service, CancellationToken ct)
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("bench-nginx");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nginx.conf"), Configuration(service, port), ct);
        var nginx = Process.Start("nginx", ["-p", folder.FullName, "-e", "error.log", "-c", "nginx.conf"]);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        await Polling.UntilAsync<bool>("nginx", () => ListensAsync(port, ct), TimeSpan.FromSeconds(5), ct);
        return new NginxProxy(nginx, folder, address);
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = Process.Start("kill", _nginx.Id.ToString(CultureInfo.InvariantCulture));
        await _nginx.WaitForExitAsync();
        _nginx.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool?> ListensAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, ct);
            return true;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static string Configuration(Uri service, int port) => $$"""
        daemon off;
        worker_processes 2;
        pid nginx.pid;
        events { worker_connections 1024; }
        http {
          access_log off;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
          upstream service { server {{service.Authority}}; keepalive 64; }
          server {
            listen 127.0.0.1:{{port}};
            location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
          }
        }
        """;
}
