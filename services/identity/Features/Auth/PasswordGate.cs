using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>
/// Hashing is pure processor work of a fifth of a second: it runs on threads of its own, never on the pool's, and one processor is always
/// left to the other requests.
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    private static readonly User Nobody = User.Register("nobody@invalid", "nobody", null, null, DateTimeOffset.UnixEpoch);

    private readonly IPasswordHasher<User> hasher;
    private readonly SemaphoreSlim slots = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly Task<string> nobodysHash;

    public PasswordGate(IPasswordHasher<User> hasher)
    {
        this.hasher = hasher;
        nobodysHash = HashAsync(Nobody, RandomNumberGenerator.GetHexString(32), CancellationToken.None);
    }

    public Task<string> HashAsync(User user, string password, CancellationToken ct) => RunAsync(() => hasher.HashPassword(user, password), ct);

    /// <summary>An unknown user costs the same time as a wrong password.</summary>
    public async Task<PasswordVerificationResult> VerifyAsync(User? user, string password, CancellationToken ct)
    {
        var unknown = await nobodysHash.WaitAsync(ct);
        var result = await RunAsync(() => hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? unknown, password), ct);
        return user is null ? PasswordVerificationResult.Failed : result;
    }

    public void Dispose() => slots.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken ct)
    {
        await slots.WaitAsync(ct);
        try
        {
            return await Task.Factory.StartNew(work, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            slots.Release();
        }
    }
}
