namespace SocialSelling.Identity.Tests;

internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.UtcNow;

    public void Advance(TimeSpan by) => now += by;

    public override DateTimeOffset GetUtcNow() => now;
}
