using System.Security.Cryptography;
using System.Text;
using SocialSelling.Identity.Tests;
using SocialSelling.Testing;

[assembly: AssemblyFixture(typeof(IdentityFactory))]

namespace SocialSelling.Identity.Tests;

public sealed class IdentityFactory : ServiceFactory<Program>
{
    public const string ClientId = "messaging";
    public const string ClientSecret = "s+cret:of messaging%";
    public const int LoginAttempts = 3;
    public const int ApiKeys = 4;

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private CaughtMails? mails;

    /// <summary>The mails that the service has sent.</summary>
    internal CaughtMails Mails => mails ?? throw new InvalidOperationException("The factory has not been initialized.");

    public override async ValueTask InitializeAsync()
    {
        mails = await CaughtMails.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mails.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Configure(IDictionary<string, string> settings)
    {
        settings["Mail:Host"] = "127.0.0.1";
        settings["Mail:Port"] = $"{Mails.Port}";
        settings["Mail:From"] = "SocialSelling <no-reply@suite.test>";
        settings["Mail:UseStartTls"] = "false";
        settings[$"Identity:Clients:{ClientId}:SecretHash"] = HashOf(ClientSecret);
        settings["Identity:ApiKeys:MaxPerWorkspace"] = $"{ApiKeys}";
        OAuthCaller.Configure(settings);
        settings["Identity:Lockout:Attempts"] = $"{LoginAttempts}";
    }
}
