using MassTransit;
using SocialSelling.Identity.Consumers;
using SocialSelling.Identity.Options;
using SocialSelling.Identity.Workers;
using SocialSelling.ServiceDefaults.Privacy;

namespace SocialSelling.Identity.Features.Privacy;

internal static class PrivacyRegistration
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddServiceOptions<PrivacyOptions, PrivacyOptionsValidator>(PrivacyOptions.Section);
        services.AddScoped<ErasureService>();
        services.AddScoped<ErasureCollector>();
        services.AddScoped<ExportCollector>();
        services.AddScoped<ExportArchive>();
        services.AddScoped<OwnedWorkspaces>();
        services.AddScoped<UserErasure>();
        services.AddScoped<WorkspaceErasure>();
        services.AddHostedService<PrivacyWatch>();
    }

    public static void AddPrivacy(this IBusRegistrationConfigurator bus)
    {
        bus.AddPersonalDataExports<IdentityPersonalData>();
        bus.AddConsumer<DataExportPartPreparedConsumer, DataExportPartPreparedConsumerDefinition>();
        bus.AddConsumer<ErasureCompletedConsumer, ErasureCompletedConsumerDefinition>();
    }
}
