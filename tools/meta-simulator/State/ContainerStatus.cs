namespace SocialSelling.MetaSimulator.State;

internal static class ContainerStatus
{
    public const string InProgress = "IN_PROGRESS";
    public const string Finished = "FINISHED";
    public const string Error = "ERROR";
    public const string Expired = "EXPIRED";
    public const string Published = "PUBLISHED";
}
