namespace SocialSelling.Identity.Features.Keys;

/// <summary>The keys in memory, shared by all requests of this instance; a worker keeps them fresh.</summary>
internal sealed class SigningKeyRing(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile SigningKeySet? current;

    /// <summary>What is in memory, or null before the first load.</summary>
    public SigningKeySet? Loaded => current;

    public async ValueTask<SigningKeySet> GetAsync(CancellationToken ct)
    {
        if (current is { } loaded)
        {
            return loaded;
        }

        await loading.WaitAsync(ct);
        try
        {
            return current ??= await LoadAsync(ct);
        }
        finally
        {
            loading.Release();
        }
    }

    public async Task RefreshAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            current = await LoadAsync(ct);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private async Task<SigningKeySet> LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SigningKeyStore>().LoadAsync(ct);
    }
}
