namespace SocialSelling.Instagram.Domain.Publishing;

/// <summary>Each state is stored before the step it names is taken.</summary>
internal enum PublicationState
{
    Requested,
    ContainerCreating,
    ContainerCreated,
    Finished,
    Publishing,
    Published,
    Failed,
}
