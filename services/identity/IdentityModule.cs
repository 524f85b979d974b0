using MassTransit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using SocialSelling.Identity.Consumers;
using SocialSelling.Identity.Data;
using SocialSelling.Identity.Features.Admin;
using SocialSelling.Identity.Features.AccountPages;
using SocialSelling.Identity.Features.ApiKeys;
using SocialSelling.Identity.Features.Audit;
using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Connect;
using SocialSelling.Identity.Features.Deletion;
using SocialSelling.Identity.Features.Invitations;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.Identity.Features.Mail;
using SocialSelling.Identity.Features.Members;
using SocialSelling.Identity.Features.Passwords;
using SocialSelling.Identity.Features.Privacy;
using SocialSelling.Identity.Features.Mfa;
using SocialSelling.Identity.Features.Profile;
using SocialSelling.Identity.Features.Sessions;
using SocialSelling.Identity.Features.Passkeys;
using SocialSelling.Identity.Features.Workspaces;
using SocialSelling.Identity.Options;
using SocialSelling.Identity.Workers;
using SocialSelling.ServiceDefaults.Bus;
using SocialSelling.ServiceDefaults.Data;
using SocialSelling.ServiceDefaults.Storage;

namespace SocialSelling.Identity;

internal static class IdentityModule
{
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        builder.AddObjectStore();
        builder.AddServiceBus<IdentityDbContext>(bus =>
        {
            bus.AddConsumer<AuditEntryRecordedConsumer, AuditEntryRecordedConsumerDefinition>();
            bus.AddConsumer<MailRequestedConsumer, MailRequestedConsumerDefinition>();
            bus.AddPrivacy();
        });
        var services = builder.Services;
        services.PreferIndexes();
        services.AddServiceOptions<SessionLifetimeOptions, SessionLifetimeOptionsValidator>(SessionLifetimeOptions.Section);
        services.AddServiceOptions<DeletionOptions, DeletionOptionsValidator>(DeletionOptions.Section);
        services.AddServiceOptions<AvatarOptions, AvatarOptionsValidator>(AvatarOptions.Section);
        services.AddServiceOptions<SigningKeyOptions, SigningKeyOptionsValidator>(SigningKeyOptions.Section);
        services.AddServiceOptions<ClientCatalogueOptions, ClientCatalogueOptionsValidator>(ClientCatalogueOptions.Section);

        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AuthJson.Default));
        services.AddPasswords();
        services.AddScoped<SessionService>();
        services.AddScoped<NewLoginNotice>();
        services.AddScoped<SoleWorkspaces>();
        services.AddScoped<DeletionNotice>();
        services.AddScoped<AccountRestoration>();
        services.AddScoped<PasswordRestoration>();
        services.AddSingleton<PictureCropper>();
        services.AddSingleton<AvatarStore>();
        services.AddMail();
        services.AddScoped<LoginCompletion>();
        services.AddScoped<SessionConfirmation>();
        services.AddScoped<StepUpProof>();
        services.AddMfa();
        services.AddPasskeys();
        services.AddScoped<TokenRotation>();
        services.AddPrivacy();
        services.AddScoped<HomeWorkspace>();
        services.AddScoped<MemberRights>();
        services.AddInvitations();
        services.AddScoped<AuditLedger>();
        services.AddSingleton<AuditSeal>();
        services.AddScoped<AuditVerifier>();
        services.AddScoped<AdminRights>();
        services.AddScoped<AdminCreation>();

        services.AddSingleton<SigningKeyRing>();
        services.AddScoped<SigningKeyStore>();
        services.AddScoped<IResealer, SigningKeyResealer>();
        services.AddScoped<IResealer, TotpResealer>();
        services.AddScoped<IResealer, MailResealer>();
        services.AddSingleton<AccessTokenIssuer>();
        services.AddSingleton<OwnKeys>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<OwnKeys>((bearer, keys) => bearer.ConfigurationManager = keys);
        services.AddHealthChecks().AddCheck<SigningKeyHealthCheck>("signing-keys");
        services.AddConnect();
        services.AddApiKeys();
        if (!DesignTime.IsActive)
        {
            services.AddHostedService<SigningKeyWorker>();
            services.AddHostedService<ExpiredSessionWorker>();
            services.AddHostedService<ErasureWorker>();
        }

        return builder;
    }

    public static void MapIdentity(this WebApplication app)
    {
        app.MapAuth();
        app.MapAccountPages();
        app.MapMfa();
        app.MapSessions();
        app.MapProfile();
        app.MapObjectStore();
        app.MapPasskeys();
        app.MapWorkspaces();
        app.MapPrivacy();
        app.MapKeys();
        app.MapConnect();
        app.MapApiKeys();
        app.MapAudit();
        app.MapAdmin();
    }
}
