using System.Threading.Channels;

namespace SocialSelling.Identity.Workers;

/// <summary>Whom to send a link; a place is taken for unknown addresses too. Bounded, and forgotten with the process: who gets no mail asks again.</summary>
internal sealed class PasswordResetQueue
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly Channel<Guid?> channel = Channel.CreateBounded<Guid?>(new BoundedChannelOptions(1000) { SingleReader = true });

    public ChannelReader<Guid?> Reader => channel.Reader;

    public bool TryAdd(Guid? user) => channel.Writer.TryWrite(user);
}
