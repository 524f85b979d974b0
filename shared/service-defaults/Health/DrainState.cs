namespace SocialSelling.ServiceDefaults.Health;

internal sealed class DrainState
{
    private volatile bool draining;

    public bool IsDraining => draining;

    public void Begin() => draining = true;
}
