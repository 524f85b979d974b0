using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace SocialSelling.ServiceDefaults.Passwords;

/// <summary>
/// bcrypt (<c>$2b$</c>, cost 12) behind ASP.NET Core Identity; reads <c>$2a$</c> and <c>$2y$</c> of others too. No more hashes run at once
/// than there are processors, so that logins cannot starve the host.
/// </summary>
/// <typeparam name="TUser">The user entity.</typeparam>
public sealed class BcryptPasswordHasher<TUser> : IPasswordHasher<TUser>
    where TUser : class
{
    /// <summary>What a new hash costs: 2^12 rounds.</summary>
    public const int Cost = 12;

    /// <inheritdoc/>
    public string HashPassword(TUser user, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return Bcrypt.Hash(password, LibCrypt.NewSetting(Cost, random));
    }

    /// <inheritdoc/>
    public PasswordVerificationResult VerifyHashedPassword(TUser user, string hashedPassword, string providedPassword)
    {
        ArgumentNullException.ThrowIfNull(hashedPassword);
        ArgumentNullException.ThrowIfNull(providedPassword);
        if (!Bcrypt.TryReadCost(hashedPassword, out var cost))
        {
            return PasswordVerificationResult.Failed;
        }

        var actual = Bcrypt.Hash(providedPassword, hashedPassword);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(actual), Encoding.ASCII.GetBytes(hashedPassword)))
        {
            return PasswordVerificationResult.Failed;
        }

        return cost < Cost ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Success;
    }
}
