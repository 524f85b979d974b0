using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SocialSelling.MailCatcher.Mails;

namespace SocialSelling.MailCatcher.Smtp;

/// <summary>Listens, and gives each connection its session; a bounded number of them at once.</summary>
internal sealed partial class SmtpListener(MailStore store, IOptions<CatcherOptions> options, ILogger<SmtpListener> logger) : BackgroundService
{
    private const int MaxSessions = 64;

    private readonly SemaphoreSlim places = new(MaxSessions);
    private readonly TcpListener listener = new(IPAddress.Parse(options.Value.SmtpAddress), options.Value.SmtpPort);

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listener.Start();
        LogListening(listener.LocalEndpoint);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        listener.Dispose();
        places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await places.WaitAsync(stoppingToken);
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            listener.Stop();
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken ct)
    {
        using (client)
        {
            try
            {
                await new SmtpSession(client.GetStream(), store, options.Value.MaxMailBytes).RunAsync(ct);
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // The other side has gone, or fell silent.
            }
        }

        try
        {
            places.Release();
        }
        catch (ObjectDisposedException)
        {
            // The catcher has ended meanwhile.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "SMTP on {Endpoint}")]
    private partial void LogListening(EndPoint endpoint);
}
