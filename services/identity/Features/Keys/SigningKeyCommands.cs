using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace SocialSelling.Identity.Features.Keys;

/// <summary>What an operator does with the keys from the command line, beside running instances.</summary>
internal static partial class SigningKeyCommands
{
    private const string Rotate = "--rotate-signing-keys";
    private const string Reseal = "--reseal";

    /// <summary>Carries out the command, if the arguments are one (exit code 1 when it fails); false when they are not.</summary>
    public static async Task<bool> TryRunKeyCommandAsync(this WebApplication app, string[] args)
    {
        if (!args.Contains(Rotate) && !args.Contains(Reseal))
        {
            return false;
        }

        await using var disposeOfApp = app;
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await RunAsync(scope.ServiceProvider, args, app.Logger);
        }
        catch (Exception error) when (error is DbException or DbUpdateException or InvalidOperationException or CryptographicException)
        {
            LogFailed(app.Logger, error);
            Environment.ExitCode = 1;
        }

        return true;
    }

    internal static async Task RunAsync(IServiceProvider services, string[] args, ILogger logger)
    {
        if (args.Contains(Rotate))
        {
            await RotateAsync(services, logger);
        }

        if (args.Contains(Reseal))
        {
            foreach (var resealer in services.GetServices<IResealer>())
            {
                var count = await resealer.ResealAsync(CancellationToken.None);
                LogResealed(logger, count, resealer.What);
            }
        }
    }

    private static async Task RotateAsync(IServiceProvider services, ILogger logger)
    {
        var (key, made) = await services.GetRequiredService<SigningKeyStore>().RotateAsync(CancellationToken.None);
        if (made)
        {
            LogRotated(logger, key.Id, key.ActivatesAt);
        }
        else
        {
            LogPending(logger, key.Id, key.ActivatesAt);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Key {Key:N} is published now and signs from {ActivatesAt:u} on; the one before stays published until its last token has expired")]
    private static partial void LogRotated(ILogger logger, Guid key, DateTimeOffset activatesAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing done: the last rotation is still under way, key {Key:N} signs from {ActivatesAt:u} on")]
    private static partial void LogPending(ILogger logger, Guid key, DateTimeOffset activatesAt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sealed anew with the active master key: {Count} {What}")]
    private static partial void LogResealed(ILogger logger, int count, string what);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The command failed")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
