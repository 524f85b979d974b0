using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Domain;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Passwords;

/// <summary>
/// Hashing is pure processor work of a fifth of a second: it runs on threads of its own, never on the pool's, and one processor is always
/// left to the other requests. Who would have to wait too long for its turn is sent away at once.
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    private static readonly User Nobody = User.Register("nobody@invalid", "nobody", null, null, DateTimeOffset.UnixEpoch);

    private readonly IPasswordHasher<User> hasher;
    private readonly int room;
    private readonly SemaphoreSlim slots = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly Task<string> nobodysHash;
    private int inside;
    private long begun;

    public PasswordGate(IPasswordHasher<User> hasher, IOptions<PasswordLimitOptions> options)
    {
        this.hasher = hasher;
        room = options.Value.MaxWaiting + slots.CurrentCount;
        nobodysHash = HashAsync(Nobody, RandomNumberGenerator.GetHexString(32), CancellationToken.None);
    }

    /// <summary>How many hashes were begun so far: the work of two requests can be compared by it.</summary>
    public long Begun => Interlocked.Read(ref begun);

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
        try
        {
            if (Interlocked.Increment(ref inside) > room)
            {
                throw new BusyException("Too many passwords wait to be hashed.");
            }

            await slots.WaitAsync(ct);
            try
            {
                Interlocked.Increment(ref begun);
                return await Task.Factory.StartNew(work, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            finally
            {
                slots.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}
