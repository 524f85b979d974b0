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

    protected override void Configure(IDictionary<string, string> settings)
    {
        settings[$"Identity:Clients:{ClientId}:SecretHash"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ClientSecret)));
        settings["Identity:LoginLimit:Attempts"] = $"{LoginAttempts}";
    }
}
