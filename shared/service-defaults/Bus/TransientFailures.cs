using System.Net.Sockets;
using Npgsql;
using Polly;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Failures of the surroundings, which go by without anybody touching the message.</summary>
internal static class TransientFailures
{
    public static bool Contains(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (IsOne(error)) return true;
        }

        return false;
    }

    private static bool IsOne(Exception error) => error switch
    {
        NpgsqlException npgsql => npgsql.IsTransient,
        HttpRequestException http => http.StatusCode is null || (int)http.StatusCode >= 500,
        SocketException or TimeoutException or ExecutionRejectedException => true,
        _ => error.GetType().Name == "RedisUnavailableException",
    };
}
