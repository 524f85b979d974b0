using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Registers the object store.</summary>
public static class ObjectStoreExtensions
{
    /// <summary>Adds <see cref="IObjectStore"/> as <c>ObjectStore:Provider</c> says: <c>FileSystem</c> or <c>S3</c>.</summary>
    public static WebApplicationBuilder AddObjectStore(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddServiceOptions<ObjectStoreOptions, ObjectStoreOptionsValidator>("ObjectStore");
        services.AddSingleton<UrlSigner>();
        services.AddSingleton<S3Clients>();
        services.AddSingleton<FileSystemObjectStore>();
        services.AddSingleton<S3ObjectStore>();
        services.AddSingleton<IObjectStore>(provider => provider.GetRequiredService<IOptions<ObjectStoreOptions>>().Value.IsS3
            ? provider.GetRequiredService<S3ObjectStore>()
            : provider.GetRequiredService<FileSystemObjectStore>());
        return builder;
    }

    /// <summary>Serves signed addresses of the file-system store below <c>/objects</c>; maps nothing for S3.</summary>
    public static void MapObjectStore(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IOptions<ObjectStoreOptions>>().Value.IsS3) return;
        app.MapMethods("/objects/{**key}", [HttpMethods.Get, HttpMethods.Head], ObjectEndpoint.GetAsync)
            .AllowAnonymous().WithName("GetObject").WithTags("Objects").ExcludeFromDescription();
    }
}
