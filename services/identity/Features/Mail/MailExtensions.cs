using SocialSelling.Identity.Features.EmailVerification;
using SocialSelling.Identity.Features.Tokens;
using SocialSelling.Identity.Options;
using SocialSelling.Identity.Workers;

namespace SocialSelling.Identity.Features.Mail;

internal static class MailExtensions
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddServiceOptions<PublicOptions, PublicOptionsValidator>(PublicOptions.Section);
        services.AddServiceOptions<MailOptions, MailOptionsValidator>(MailOptions.Section);
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<MailTemplates>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<MailMetrics>();
        services.AddSingleton<MailSignal>();
        services.AddScoped<MailQueue>();
        services.AddScoped<AccountMails>();
        services.AddScoped<MailDispatch>();
        services.AddScoped<OneTimeTokens>();
        services.AddScoped<VerificationMails>();
        services.AddServiceOptions<VerificationOptions, VerificationOptionsValidator>(VerificationOptions.Section);
        services.AddHealthChecks().AddCheck<MailHealthCheck>("mail");
        if (!DesignTime.IsActive)
        {
            services.AddHostedService<MailWorker>();
            services.AddHostedService<MailCleaner>();
        }
    }
}
