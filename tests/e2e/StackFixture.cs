using System.Diagnostics;
using System.Globalization;
using SocialSelling.Demo;
using SocialSelling.Testing;

namespace SocialSelling.E2E.Tests;

/// <summary>The whole suite, started by <c>./dev up</c> with a state folder, servers and ports of its own.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    private const int PortBase = 7300;

    /// <summary>In the order of their ports.</summary>
    public static readonly IReadOnlyList<string> Services = ["identity", "accounts", "instagram", "messaging", "publisher", "analytics"];

    private readonly string _root = Repository.Root;

    public DemoAddresses Addresses { get; } = new(At(0), At(10));

    private string State => Path.Combine(_root, ".dev", "e2e");

    public async ValueTask InitializeAsync()
    {
        await DevAsync("reset");
        await UpAsync();
    }

    public async ValueTask DisposeAsync() => await DevAsync("down");

    /// <summary>Starts whatever does not run.</summary>
    public Task UpAsync() => DevAsync("up");

    /// <summary>Whatever the suite has mailed to anybody.</summary>
    public static Uri MailCatcher => At(11);

    /// <summary>A service itself, without the gateway before it.</summary>
    public static Uri AddressOf(string service) => At(1 + Services.ToList().IndexOf(service));

    public string ConnectionStringOf(string service) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={PortBase + 32};Database=socialselling;Username={service};Password={Secret($"database-{service}")}");

    public string Secret(string name) => File.ReadAllText(Path.Combine(State, "secrets", name));

    public int ProcessIdOf(string name) =>
        int.Parse(File.ReadLines(Path.Combine(State, "run", $"{name}.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Ends a process of this stack without warning, as the kernel's out-of-memory killer would.</summary>
    public void Kill(string name)
    {
        using var process = Process.GetProcessById(ProcessIdOf(name));
        process.Kill(entireProcessTree: name is "rabbitmq" or "postgres");
        process.WaitForExit();
    }

    private static Uri At(int offset) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PortBase + offset}"));

    private async Task DevAsync(string command)
    {
        var start = new ProcessStartInfo(Path.Combine(_root, "dev"), command) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOCIALSELLING_STATE"] = State;
        start.Environment["SOCIALSELLING_PORT_BASE"] = PortBase.ToString(CultureInfo.InvariantCulture);
        foreach (var server in new[] { "POSTGRES", "REDIS", "RABBITMQ", "S3" })
        {
            start.Environment.Remove($"SOCIALSELLING_{server}");
        }

        using var dev = Process.Start(start) ?? throw new InvalidOperationException("./dev could not be started.");
        var output = dev.StandardOutput.ReadToEndAsync();
        var errors = dev.StandardError.ReadToEndAsync();
        await dev.WaitForExitAsync();
        if (dev.ExitCode != 0)
        {
            throw new InvalidOperationException($"./dev {command} ended with {dev.ExitCode}:\n{await errors}\n{await output}");
        }
    }
}
