using MassTransit;
using SocialSelling.Publisher.Consumers;
using SocialSelling.Publisher.Data;
using SocialSelling.Publisher.Features.Media;
using SocialSelling.Publisher.Features.Posts;
using SocialSelling.Publisher.Features.Privacy;
using SocialSelling.Publisher.Options;
using SocialSelling.Publisher.Workers;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Privacy;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Publisher;

/// <summary>What the publisher consists of.</summary>
internal static class PublisherModule
{
    public static WebApplicationBuilder AddPublisher(this WebApplicationBuilder builder)
    {
        builder.AddObjectStore();
        builder.AddServiceBus<PublisherDbContext>(bus =>
        {
            bus.AddConsumer<AccountConnectedConsumer, AccountConnectedConsumerDefinition>();
            bus.AddConsumer<AccountDisconnectedConsumer, AccountDisconnectedConsumerDefinition>();
            bus.AddConsumer<InstagramMediaPublishedConsumer, InstagramMediaPublishedConsumerDefinition>();
            bus.AddConsumer<InstagramMediaPublishFailedConsumer, InstagramMediaPublishFailedConsumerDefinition>();
            bus.AddPersonalData<PublisherPersonalData>();
        });

        builder.Services.AddServiceOptions<PublisherOptions, PublisherOptionsValidator>(PublisherOptions.Section);
        builder.Services.AddScoped<PostValidator>();
        builder.Services.AddScoped<MediaErasure>();
        builder.Services.AddScoped<DuePostClaimer>();
        builder.Services.AddSingleton<DuePostListener>();
        builder.Services.AddHostedService<DuePostWorker>();
        return builder;
    }

    public static void MapPublisher(this WebApplication app)
    {
        app.MapMedia();
        app.MapPosts();
        app.MapObjectStore();
    }
}
