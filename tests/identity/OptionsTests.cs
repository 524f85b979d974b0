using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Tests;

public sealed class OptionsTests(IdentityFactory factory)
{
    [Theory]
    [InlineData("Identity:Clients:accounts:SecretHash", "change-me")]
    [InlineData("Identity:Clients:accounts:SecretHash", "")]
    [InlineData("Identity:SigningKeys:ActivationDelay", "00:00:10")]
    public void Start_UnusableSetting_StopsTheHost(string key, string value)
    {
        using var other = factory.WithWebHostBuilder(builder => builder.UseSetting(key, value));

        Assert.ThrowsAny<OptionsValidationException>(() => other.CreateClient());
    }
}
