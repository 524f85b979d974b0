using Microsoft.Extensions.Configuration;

namespace SocialSelling.ServiceDefaults.Health;

/// <summary><c>--health</c> on the command line asks the process that runs beside whether it is ready: containers have no curl.</summary>
internal static class HealthProbe
{
    private const string Argument = "--health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void ExitIfAsked(IConfiguration configuration)
    {
        if (Environment.GetCommandLineArgs().Contains(Argument))
        {
            Environment.Exit(IsReady(Address(configuration)) ? 0 : 1);
        }
    }

    private static bool IsReady(Uri address)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        try
        {
            using var response = client.Send(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static Uri Address(IConfiguration configuration)
    {
        var port = configuration["urls"] is { Length: > 0 } urls
            ? new Uri(urls.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)).Port
            : int.Parse(configuration["http_ports"]?.Split(';')[0] ?? "5000", System.Globalization.CultureInfo.InvariantCulture);
        return new Uri($"http://127.0.0.1:{port}/health/ready");
    }
}
