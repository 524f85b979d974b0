using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Features.Audit;

/// <summary>Checks the whole audit log from the command line, beside running instances.</summary>
internal static partial class AuditCommands
{
    private const string Verify = "--verify-audit";

    /// <summary>Carries out the command, if the arguments are it (exit code 1 when a chain is broken or it fails); false when they are not.</summary>
    public static async Task<bool> TryRunAuditCommandAsync(this WebApplication app, string[] args)
    {
        if (!args.Contains(Verify))
        {
            return false;
        }

        await using var disposeOfApp = app;
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            Environment.ExitCode = await VerifyAsync(scope.ServiceProvider, Console.Out, CancellationToken.None) ? 0 : 1;
        }
        catch (Exception error) when (error is DbException or InvalidOperationException)
        {
            LogFailed(app.Logger, error);
            Environment.ExitCode = 1;
        }

        return true;
    }

    /// <summary>One line a broken chain, and one at the end.</summary>
    internal static async Task<bool> VerifyAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var db = services.GetRequiredService<IdentityDbContext>();
        var verifier = services.GetRequiredService<AuditVerifier>();

        // Anchors too: a chain that was deleted as a whole has left them behind.
        var chains = await db.AuditEntries.Select(entry => entry.ChainId).Union(db.AuditAnchors.Select(anchor => anchor.ChainId)).ToListAsync(ct);
        var (broken, entries) = (0, 0L);
        foreach (var chain in chains)
        {
            var result = await verifier.VerifyAsync(chain, known: null, ct);
            entries += result.Entries;
            if (!result.Valid)
            {
                broken++;
                await output.WriteLineAsync(FormattableString.Invariant($"chain {chain} is broken at entry {result.BrokenAt}: {result.Reason}"));
            }
        }

        await output.WriteLineAsync(FormattableString.Invariant($"{chains.Count} chains, {entries} entries hold, {broken} chains are broken"));
        return broken == 0;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit log could not be checked")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
