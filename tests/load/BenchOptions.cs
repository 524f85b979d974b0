using System.Diagnostics.CodeAnalysis;

namespace SocialSelling.Load;

/// <summary>What to measure and where the running stack is; <c>./dev bench</c> sets the environment.</summary>
internal sealed record BenchOptions(
    string? Area, bool Check, bool Json, Uri Gateway, Uri Simulator, string Postgres, string AppSecret, string StateFolder, string DevCommand)
{
    /// <summary>The messaging service itself, for the peer that goes round the gateway.</summary>
    public Uri Messaging => new UriBuilder(Gateway) { Port = Gateway.Port + 4 }.Uri;

    public static bool TryParse(string[] args, [NotNullWhen(true)] out BenchOptions? options, [NotNullWhen(false)] out string? problem)
    {
        options = null;
        problem = null;
        var unknown = args.FirstOrDefault(arg => arg.StartsWith('-') && arg is not ("--check" or "--json"));
        var areas = args.Where(arg => !arg.StartsWith('-')).ToList();
        string[] needed = ["SOCIALSELLING_GATEWAY", "SOCIALSELLING_SIMULATOR", "SOCIALSELLING_POSTGRES", "SOCIALSELLING_META_APP_SECRET", "SOCIALSELLING_STATE", "SOCIALSELLING_DEV"];
        var missing = needed.Where(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))).ToList();
        problem = unknown is not null ? $"unknown option {unknown}; there are --check and --json"
            : areas.Count > 1 ? "name one area at most"
            : missing.Count > 0 ? $"run it by ./dev bench, which sets {string.Join(", ", missing)}"
            : null;
        if (problem is not null)
        {
            return false;
        }

        var value = needed.ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name)!);
        options = new BenchOptions(
            areas.FirstOrDefault(), args.Contains("--check"), args.Contains("--json"), new Uri(value[needed[0]]), new Uri(value[needed[1]]), value[needed[2]], value[needed[3]], value[needed[4]], value[needed[5]]);
        return true;
    }
}
