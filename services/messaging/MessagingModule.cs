using MassTransit;
using SocialSelling.Messaging.Consumers;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Data.Inbox;
using SocialSelling.Messaging.Features;
using SocialSelling.Messaging.Features.Contacts;
using SocialSelling.Messaging.Features.Conversations;
using SocialSelling.Messaging.Features.Messages;
using SocialSelling.Messaging.Features.Privacy;
using SocialSelling.Messaging.Features.Realtime;
using SocialSelling.Messaging.Options;
using SocialSelling.Messaging.Workers;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Messaging;

internal static class MessagingModule
{
    public static WebApplicationBuilder AddMessaging(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, MessagingJson.Default));
        builder.Services.PreferIndexes();
        builder.Services.AddSingleton<InboxWriter>();
        builder.Services.AddScoped<SendResult>();
        builder.Services.AddServiceOptions<RealtimeOptions, RealtimeOptionsValidator>(RealtimeOptions.Section);
        builder.Services.AddSingleton<InboxAudience>();
        builder.Services.AddSingleton<InboxPushes>();
        builder.Services.AddSingleton<SessionGuard>();
        builder.Services.AddHostedService<ListenerWatch>();
        builder.Services.AddSignalR(signalr =>
        {
            signalr.MaximumParallelInvocationsPerClient = 1;
            signalr.MaximumReceiveMessageSize = 4 * 1024;
            signalr.StreamBufferCapacity = 1;
        });
        return builder.AddServiceBus<MessagingDbContext>(bus =>
        {
            bus.AddConsumer<MessagesReceivedConsumer, MessagesReceivedConsumerDefinition>();
            bus.AddConsumer<MessageEchoReceivedConsumer, MessageEchoReceivedConsumerDefinition>();
            bus.AddConsumer<MessageSentConsumer, MessageSentConsumerDefinition>();
            bus.AddConsumer<MessageSendFailedConsumer, MessageSendFailedConsumerDefinition>();
            bus.AddConsumer<AccountConnectedConsumer, AccountConnectedConsumerDefinition>();
            bus.AddConsumer<AccountDisconnectedConsumer, AccountDisconnectedConsumerDefinition>();
            bus.AddConsumer<ConversationsUpdatedConsumer, ConversationsUpdatedConsumerDefinition>();
            bus.AddPersonalData<MessagingPersonalData>();
        });
    }

    public static void MapMessaging(this WebApplication app)
    {
        app.MapConversations();
        app.MapMessages();
        app.MapContacts();
        app.MapRealtime();
    }
}
