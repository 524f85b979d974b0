using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Workers;

/// <summary>Makes the links that were asked for, so many an hour for one account; they go to its address only.</summary>
internal sealed partial class PasswordResetWorker(
    PasswordResetQueue queue, IServiceScopeFactory scopes, IOptions<PasswordLimitOptions> options, TimeProvider clock, ILogger<PasswordResetWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var user in queue.Reader.ReadAllAsync(stoppingToken))
        {
#pragma warning disable CA1031 // One link that fails must not stop the others.
            try
            {
                await (user is { } id ? SendAsync(id, stoppingToken) : Task.CompletedTask);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
            }
#pragma warning restore CA1031
        }
    }

    private async Task SendAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = clock.GetUtcNow();
        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == id && user.DeletedAt == null, ct);
        var recent = await db.OneTimeTokens.CountAsync(
            token => token.UserId == id && token.Purpose == TokenPurpose.ResetPassword && token.CreatedAt > now - Hour, ct);
        if (user is null || recent >= options.Value.ResetsPerHour)
        {
            return;
        }

        var lifetime = options.Value.ResetLifetime;
        var token = scope.ServiceProvider.GetRequiredService<OneTimeTokens>().Create(TokenPurpose.ResetPassword, id, user.EmailKey, lifetime);
        scope.ServiceProvider.GetRequiredService<AccountMails>().ResetPassword(user, token, now + lifetime);
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A link to choose a new password could not be made; its user will have to ask again.")]
    private partial void LogFailed(Exception error);
}
