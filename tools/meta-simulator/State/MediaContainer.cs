namespace SocialSelling.MetaSimulator.State;

internal sealed class MediaContainer(Account account, string caption, string altText, StoredImage image, DateTimeOffset createdAt, DateTimeOffset readyAt)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public string Id { get; } = Ids.Container();

    public Account Account { get; } = account;

    public string Caption { get; } = caption;

    public string AltText { get; } = altText;

    public StoredImage Image { get; } = image;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The subcode with which processing ends, when it was told to fail.</summary>
    public int? FailsWith { get; set; }

    public bool NeverFinishes { get; set; }

    public PublishedMedia? Published { get; set; }

    public string StatusAt(DateTimeOffset now)
    {
        if (Published is not null)
        {
            return ContainerStatus.Published;
        }

        if (now - CreatedAt >= Life)
        {
            return ContainerStatus.Expired;
        }

        if (NeverFinishes || now < readyAt)
        {
            return ContainerStatus.InProgress;
        }

        return FailsWith is null ? ContainerStatus.Finished : ContainerStatus.Error;
    }
}
