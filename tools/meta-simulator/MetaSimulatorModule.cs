using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Accounts;
using SocialSelling.MetaSimulator.Control;
using SocialSelling.MetaSimulator.Faults;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Insights;
using SocialSelling.MetaSimulator.Messaging;
using SocialSelling.MetaSimulator.OAuth;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.Publishing;
using SocialSelling.MetaSimulator.State;
using SocialSelling.MetaSimulator.Webhooks;

namespace SocialSelling.MetaSimulator;

/// <summary>Everything the simulator is made of, by name.</summary>
internal static class MetaSimulatorModule
{
    public const string WebhookHttpClient = "webhooks";
    public const string MediaHttpClient = "media";

    public static void AddMetaSimulator(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SimulatorOptions>().BindConfiguration(SimulatorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsValidator>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.AddSingleton<SimulatorClock>().AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SimulatorClock>());
        services.AddSingleton<World>().AddSingleton<FaultStore>().AddSingleton<CallLedger>();
        services.AddSingleton<GraphGate>().AddSingleton<UsageCounter>();
        services.AddSingleton<LoginDecision>().AddSingleton<TokenStore>();
        services.AddSingleton<SubscribedApps>().AddSingleton<INodeReader, AccountNode>();
        services.AddSingleton<SendRates>().AddSingleton<SendMessage>().AddSingleton<ListConversations>();
        services.AddSingleton<INodeReader, PersonNode>().AddSingleton<INodeReader, ConversationNode>().AddSingleton<INodeReader, MessageNode>();
        services.AddSingleton<AccountInsights>().AddSingleton<MediaInsights>().AddSingleton<ReadInsights>();
        services.AddPublishing();
        services.AddWebhooks();
    }

    public static void UseMetaSimulator(this WebApplication app)
    {
        var page = new EmbeddedFileProvider(typeof(MetaSimulatorModule).Assembly, "SocialSelling.MetaSimulator.wwwroot");
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = page });
        app.UseWhen(IsMeta, meta =>
        {
            meta.UseMiddleware<CallLedgerMiddleware>();
            meta.UseMiddleware<GraphPrelude>();
            meta.UseMiddleware<UsageHeaders>();
            meta.UseMiddleware<FaultMiddleware>();
        });
        app.UseRouting();
    }

    public static void MapMetaSimulator(this WebApplication app)
    {
        app.MapGet("/health/ready", () => TypedResults.Ok(new { Status = "Healthy" }));
        app.MapGet("/health/live", () => TypedResults.Ok(new { Status = "Healthy" }));
        Authorize.Map(app);
        ExchangeCode.Map(app);
        app.MapGroup("/api").MapUnknown();
        Cdn.Map(app);
        MapGraph(app.MapGroup("/graph"));
        MapControl(app.MapGroup("/control"));
    }

    private static void MapGraph(RouteGroupBuilder graph)
    {
        LongLivedToken.Map(graph);
        graph.MapNodes();
        graph.MapEdge<SubscribedApps>("POST", "subscribed_apps", Scopes.Basic);
        graph.MapEdge<SubscribedApps>("GET", "subscribed_apps", Scopes.Basic);
        graph.MapEdge<SubscribedApps>("DELETE", "subscribed_apps", Scopes.Basic);
        graph.MapEdge<SendMessage>("POST", "messages", Scopes.Messages);
        graph.MapEdge<ListConversations>("GET", "conversations", Scopes.Messages);
        graph.MapEdge<CreateContainer>("POST", "media", Scopes.Publish);
        graph.MapEdge<PublishMedia>("POST", "media_publish", Scopes.Publish);
        graph.MapEdge<PublishingLimit>("GET", "content_publishing_limit", Scopes.Publish);
        graph.MapEdge<ListMedia>("GET", "media", Scopes.Basic);
        graph.MapNodeEdge<ReadInsights>("GET", "insights", Scopes.Insights);
        graph.MapUnknown();
    }

    private static void MapControl(RouteGroupBuilder control)
    {
        AccountControl.Map(control);
        ChatControl.Map(control);
        FeedControl.Map(control);
        LoginControl.Map(control);
        ClockControl.Map(control);
        FaultControl.Map(control);
        CallControl.Map(control);
        WebhookControl.Map(control);
        StormControl.Map(control);
        SwitchControl.Map(control);
    }

    private static void AddPublishing(this IServiceCollection services)
    {
        services.AddHttpClient(MediaHttpClient, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { MaxAutomaticRedirections = 3 })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(provider => new MediaFetcher(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(MediaHttpClient), provider.GetRequiredService<IOptions<SimulatorOptions>>()));
        services.AddSingleton<PublicAddress>().AddSingleton<CreateContainer>().AddSingleton<PublishMedia>().AddSingleton<PublishingLimit>();
        services.AddSingleton<MediaNode>().AddSingleton<INodeReader>(provider => provider.GetRequiredService<MediaNode>());
        services.AddSingleton<ListMedia>().AddSingleton<INodeReader, ContainerNode>();
    }

    private static void AddWebhooks(this IServiceCollection services)
    {
        services.AddHttpClient(WebhookHttpClient, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 64 })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(provider => new WebhookClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(WebhookHttpClient), provider.GetRequiredService<IOptions<SimulatorOptions>>()));
        services.AddSingleton<WebhookTarget>().AddSingleton<WebhookQueue>().AddSingleton<RetrySchedule>().AddSingleton<HeldDeliveries>();
        services.AddSingleton<DeliveryLedger>().AddSingleton<WebhookPublisher>();
        services.AddHostedService<HandshakeWorker>().AddHostedService<RetryWorker>().AddHostedService<WebhookSender>();
        services.AddSingleton<StormRunner>().AddHostedService(provider => provider.GetRequiredService<StormRunner>());
    }

    private static bool IsMeta(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/graph") || http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/www");
}
