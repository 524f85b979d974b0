namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Says that a workspace is gone: what arrives for it later is dropped. The row stays for good and holds an id only.</summary>
internal sealed class ErasedWorkspace
{
    private ErasedWorkspace()
    {
    }

    public Guid WorkspaceId { get; private set; }

    public DateTimeOffset ErasedAt { get; private set; }
}
