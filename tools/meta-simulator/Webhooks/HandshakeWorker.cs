namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>Verifies the app's webhook, again and again until it answers: the suite may start later than the simulator.</summary>
internal sealed partial class HandshakeWorker(WebhookTarget target, WebhookClient client, RetrySchedule retries, TimeProvider clock, ILogger<HandshakeWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var signal = new SemaphoreSlim(0);
        void Wake() => signal.Release();
        target.Changed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var open = await TryAsync(target.Current, stoppingToken);
                await signal.WaitAsync(open ? Gap : Timeout.InfiniteTimeSpan, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            target.Changed -= Wake;
        }
    }

    /// <summary>True while another try makes sense.</summary>
    private async Task<bool> TryAsync(WebhookTarget.State app, CancellationToken ct)
    {
        if (app.IsVerified || app.Url.Length == 0)
        {
            return false;
        }

        if (await client.VerifyAsync(app, ct) is { } problem)
        {
            target.Failed(app, problem);
            return true;
        }

        target.Verified(app, clock.GetUtcNow());
        LogVerified(app.Url);
        retries.Hurry();
        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The webhook at {Url} passed the handshake")]
    private partial void LogVerified(string url);
}
