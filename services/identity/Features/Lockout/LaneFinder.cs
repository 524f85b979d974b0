using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;

namespace SocialSelling.Identity.Features.Lockout;

/// <summary>Finds the lane that a login belongs to: the device's, the known address's, or the strangers'.</summary>
internal sealed class LaneFinder(IdentityDbContext db, KnownDevice device)
{
    public async Task<LoginLane> FindAsync(string emailKey, IPAddress? address, CancellationToken ct)
    {
        if (device.Read(emailKey) is { } id)
        {
            return LoginLane.OfDevice(emailKey, id);
        }

        return address?.ToString() is { } text && await IsKnownAsync(emailKey, text, ct)
            ? LoginLane.OfKnownAddress(emailKey, text)
            : LoginLane.OfStranger(emailKey, address);
    }

    // Old sessions are deleted a while after their end, and with them what they knew. PostgreSQL refuses to look for a zero character.
    private async Task<bool> IsKnownAsync(string emailKey, string address, CancellationToken ct) => !emailKey.Contains('\0') && await (
        from session in db.Sessions
        join user in db.Users on session.UserId equals user.Id
        where user.EmailKey == emailKey && user.DeletedAt == null && session.Address == address
        select session.Id).AnyAsync(ct);
}
