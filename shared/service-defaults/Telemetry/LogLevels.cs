using Microsoft.Extensions.Configuration.Memory;

namespace SocialSelling.ServiceDefaults.Telemetry;

/// <summary>The log levels where no configuration says otherwise: our own words, and of the framework only what is wrong.</summary>
internal static class LogLevels
{
    public static MemoryConfigurationSource Defaults => new()
    {
        InitialData =
        [
            new("Logging:LogLevel:Default", "Information"),
            new("Logging:LogLevel:Microsoft", "Warning"),
            new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
            new("Logging:LogLevel:System", "Warning"),
            new("Logging:LogLevel:MassTransit", "Warning"),
            new("Logging:LogLevel:Yarp", "Warning"),
            new("Logging:LogLevel:Npgsql", "Warning"),

            // The reasons stand in our own answers and metrics; as warnings they would let anybody fill the log.
            new("Logging:LogLevel:Microsoft.AspNetCore.Authentication", "Error"),
        ],
    };
}
