using System.Net.Sockets;
using Npgsql;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>Tells a dependency that is away from a fault of ours.</summary>
internal static class Transient
{
    public static bool Is(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is RedisUnavailableException or BusyException or BrokenCircuitException or TimeoutRejectedException or SocketException
                or NpgsqlException { IsTransient: true } or HttpRequestException { StatusCode: null })
            {
                return true;
            }
        }

        return false;
    }
}
