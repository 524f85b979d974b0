using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>
/// The users' pictures in the object store. Each user has one place there, so that nothing is left behind when a picture is replaced or a
/// write is cut off; the signature keeps others out.
/// </summary>
internal sealed class AvatarStore(IObjectStore store, IOptions<AvatarOptions> options, TimeProvider clock)
{
    public static string KeyOf(Guid userId) => $"identity/avatars/{userId:N}.jpg";

    public Task PutAsync(Guid userId, Stream picture, CancellationToken ct) => store.PutAsync(KeyOf(userId), picture, "image/jpeg", ct);

    public Task DeleteAsync(Guid userId, CancellationToken ct) => store.DeleteAsync(KeyOf(userId), ct);

    public AvatarResponse? Sign(string? key) => key is null
        ? null
        : new(store.SignGetUrl(key, options.Value.UrlLifetime), clock.GetUtcNow() + options.Value.UrlLifetime);
}
