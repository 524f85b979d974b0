using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Options;

namespace SocialSelling.MetaSimulator.Webhooks;

/// <summary>The app's webhook: its address and whether the handshake was passed. Can be moved while running.</summary>
internal sealed class WebhookTarget(IOptions<SimulatorOptions> options)
{
    private volatile State current = new(options.Value.WebhookUrl, options.Value.VerifyToken, null, null);

    public event Action? Changed;

    public State Current => current;

    public void Set(string url, string? verifyToken)
    {
        current = new State(url, verifyToken ?? options.Value.VerifyToken, null, null);
        Changed?.Invoke();
    }

    public void Reset() => Set(options.Value.WebhookUrl, null);

    public void Verified(State of, DateTimeOffset at) => Replace(of, of with { VerifiedAt = at, Problem = null });

    public void Failed(State of, string problem) => Replace(of, of with { Problem = problem });

    private void Replace(State old, State state)
    {
        if (ReferenceEquals(current, old))
        {
            current = state;
        }
    }

    internal sealed record State(string Url, string VerifyToken, DateTimeOffset? VerifiedAt, string? Problem)
    {
        public bool IsVerified => VerifiedAt is not null;
    }
}
