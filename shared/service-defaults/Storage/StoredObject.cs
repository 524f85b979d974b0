namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>An opened object; disposing it closes the content.</summary>
public sealed record StoredObject(Stream Content, string ContentType, long Length) : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
