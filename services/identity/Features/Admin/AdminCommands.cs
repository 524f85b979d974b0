using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SocialSelling.ServiceDefaults.Redis;

namespace SocialSelling.Identity.Features.Admin;

/// <summary>Makes the first administrator of the platform from the command line, beside running instances.</summary>
internal static partial class AdminCommands
{
    private const string Create = "--create-admin";

    /// <summary>Carries out the command, if the arguments are it (exit code 1 when it fails); false when they are not.</summary>
    public static async Task<bool> TryRunAdminCommandAsync(this WebApplication app, string[] args)
    {
        var index = Array.IndexOf(args, Create);
        if (index < 0)
        {
            return false;
        }

        await using var disposeOfApp = app;
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            var password = Console.IsInputRedirected ? await Console.In.ReadLineAsync() : null;
            var email = args.ElementAtOrDefault(index + 1) ?? "";
            var result = await scope.ServiceProvider.GetRequiredService<AdminCreation>().CreateAsync(email, password, CancellationToken.None);
            await Console.Out.WriteLineAsync(result.Message);
            Environment.ExitCode = result.Succeeded ? 0 : 1;
        }
        catch (Exception error) when (error is DbException or DbUpdateException or InvalidOperationException or RedisUnavailableException)
        {
            LogFailed(app.Logger, error);
            Environment.ExitCode = 1;
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The administrator could not be made")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
