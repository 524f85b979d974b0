using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>
/// What the framework's <see cref="PasskeyHandler{TUser}"/> reads of users and passkeys. It writes nothing: the endpoints do, in one commit
/// with audit entry and mail, so whatever else a <see cref="UserManager{TUser}"/> could ask for is refused.
/// </summary>
internal sealed class PasskeyStore(IdentityDbContext db) : IUserPasskeyStore<User>
{
    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Guid.TryParse(userId, out var id)
        ? db.Users.SingleOrDefaultAsync(user => user.Id == id && user.DeletedAt == null, cancellationToken)
        : Task.FromResult<User?>(null);

    public Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => (
        from passkey in db.Passkeys
        join user in db.Users on passkey.UserId equals user.Id
        where passkey.CredentialId == credentialId
        select user).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(
            passkey => passkey.UserId == user.Id && passkey.CredentialId == credentialId, cancellationToken) is { } found ? Info(found) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken)
    {
        var passkeys = await db.Passkeys.AsNoTracking().Where(passkey => passkey.UserId == user.Id).ToListAsync(cancellationToken);
        return [.. passkeys.Select(Info)];
    }

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Refused();

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) => throw Refused();

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw Refused();

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => throw Refused();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => throw Refused();

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Refused();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw Refused();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw Refused();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw Refused();

    public void Dispose()
    {
        // The context is the request's.
    }

    // User verification is required at each use; so it was when the key was made.
    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, (uint)passkey.SignCount, passkey.Transports, isUserVerified: true,
        passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson) { Name = passkey.Name };

    private static NotSupportedException Refused() => new("Users are not managed through ASP.NET Core Identity: see docs/adr/0006.");
}
