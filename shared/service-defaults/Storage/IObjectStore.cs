namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Keeps binary objects: in a folder (one machine) or in any S3.</summary>
public interface IObjectStore
{
    /// <summary>Writes an object, whole or not at all; an existing one is replaced.</summary>
    Task PutAsync(string key, Stream content, string contentType, CancellationToken ct);

    /// <summary>Opens an object for reading, or null when there is none.</summary>
    Task<StoredObject?> OpenAsync(string key, CancellationToken ct);

    /// <summary>Removes an object; a missing one is no error.</summary>
    Task DeleteAsync(string key, CancellationToken ct);

    /// <summary>Whether the object exists.</summary>
    Task<bool> ExistsAsync(string key, CancellationToken ct);

    /// <summary>An address outsiders can fetch the object from until <paramref name="lifetime"/> has passed.</summary>
    Uri SignGetUrl(string key, TimeSpan lifetime);
}
