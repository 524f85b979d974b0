using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace SocialSelling.ServiceDefaults.Privacy;

/// <summary>Registers a service's part in exports and erasures.</summary>
public static class PrivacyExtensions
{
    /// <summary>Answers exports and erasures with what <typeparamref name="TData"/> says. Call it where the bus is configured.</summary>
    public static void AddPersonalData<TData>(this IBusRegistrationConfigurator bus)
        where TData : class, IPersonalData
    {
        bus.AddPersonalDataExports<TData>();
        bus.AddConsumer<UserDeletedConsumer, UserDeletedConsumerDefinition>();
        bus.AddConsumer<WorkspaceDeletedConsumer, WorkspaceDeletedConsumerDefinition>();
    }

    /// <summary>The same without listening for erasures: they are begun through <see cref="PrivacyJobs"/>.</summary>
    public static void AddPersonalDataExports<TData>(this IBusRegistrationConfigurator bus)
        where TData : class, IPersonalData
    {
        bus.AddScoped<IPersonalData, TData>();
        bus.AddScoped<PrivacyJobs>();
        bus.AddScoped<ExportRunner>();
        bus.AddScoped<ErasureRunner>();
        bus.AddHostedService<PrivacyWorker>();
        bus.AddConsumer<DataExportRequestedConsumer, DataExportRequestedConsumerDefinition>();
    }
}
