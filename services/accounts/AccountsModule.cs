using SocialSelling.Accounts.Clients;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Features.Accounts;
using SocialSelling.Accounts.Features.Connection;
using SocialSelling.Accounts.Features.Internal;
using SocialSelling.Accounts.Features.Privacy;
using SocialSelling.Accounts.Options;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Privacy;
using SocialSelling.ServiceDefaults.Resilience;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Accounts;

internal static class AccountsModule
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddServiceOptions<MetaOptions, MetaOptionsValidator>("Meta");
        services.AddServiceOptions<ConnectionOptions, ConnectionOptionsValidator>("Public");
        services.AddSecretSealer();
        services.AddSingleton<TokenVault>();
        services.AddScoped<InstagramConnector>();

        // Meta takes secrets in the query of one call: the factory's loggers, which write addresses, are taken out.
        services.AddHttpClient<InstagramLoginClient>().AddResilience().RemoveAllLoggers();
        services.AddScoped<AccountDisconnection>();
        services.AddScoped<AccountErasure>();
        builder.AddServiceBus<AccountsDbContext>(bus => bus.AddPersonalData<AccountsPersonalData>());
    }

    public static void MapAccounts(this WebApplication app)
    {
        AccountsEndpoints.Map(app);
        ConnectionEndpoints.Map(app);
        InternalEndpoints.Map(app);
    }
}
