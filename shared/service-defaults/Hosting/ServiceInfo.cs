namespace SocialSelling.ServiceDefaults.Hosting;

/// <summary>What this process is.</summary>
/// <param name="Name">The service's name, such as <c>messaging</c>: log field, telemetry resource, queue prefix.</param>
public sealed record ServiceInfo(string Name);
