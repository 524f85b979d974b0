using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>Browsers that stand in for the second factor, never for the password.</summary>
internal sealed class RememberedDevices(IdentityDbContext db, IHttpContextAccessor http, IOptions<MfaOptions> options, TimeProvider clock)
{
    /// <summary>Whether the request comes from one of the user's devices.</summary>
    public async Task<bool> RecogniseAsync(User user, CancellationToken ct)
    {
        if (DeviceCookie.Read(http.HttpContext) is not { } token)
        {
            return false;
        }

        var (now, hash) = (clock.GetUtcNow(), RememberedDevice.HashOf(token));
        return await Live(user).Where(device => device.TokenHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(device => device.LastUsedAt, now), ct) > 0;
    }

    /// <summary>Adds the device to the unit of work; once that is saved, <see cref="DeviceCookie"/> takes the token to the browser.</summary>
    public (string Token, DateTimeOffset ExpiresAt) Remember(User user)
    {
        var request = http.HttpContext;
        var (device, token) = RememberedDevice.Remember(
            user, request?.Request.Headers.UserAgent, request?.Connection.RemoteIpAddress?.ToString(), clock.GetUtcNow(), options.Value.RememberDeviceFor);
        db.Add(device);
        return (token, device.ExpiresAt);
    }

    public IQueryable<RememberedDevice> Live(User user)
    {
        var (now, mark) = (clock.GetUtcNow(), user.PasswordMark());
        return db.RememberedDevices.Where(device => device.UserId == user.Id && device.ExpiresAt > now && device.PasswordMark == mark);
    }
}
