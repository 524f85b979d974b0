using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialSelling.Identity.Features.Auth;

namespace SocialSelling.Identity.Tests;

/// <summary>What somebody who finds an open session must not be able to do with it.</summary>
public sealed class RecentLoginTests(IdentityFactory factory)
{
    [Theory]
    [InlineData("StartTotp")]
    [InlineData("RemoveTotp")]
    [InlineData("RenewRecoveryCodes")]
    [InlineData("CreatePasskeyOptions")]
    [InlineData("AddPasskey")]
    [InlineData("RemovePasskey")]
    [InlineData("RequestEmailChange")]
    [InlineData("ChangePassword")]
    [InlineData("CreateApiKey")]
    [InlineData("DeleteAccount")]
    [InlineData("DeleteWorkspace")]
    [InlineData("TransferWorkspace")]
    [InlineData("RequestExport")]
    [InlineData("DownloadExport")]
    [InlineData("SignOutUser")]
    [InlineData("UpdateUser")]
    [InlineData("GrantPlatformAdmin")]
    [InlineData("WithdrawPlatformAdmin")]
    public void SensitiveEndpoint_AsksForARecentLogin(string name)
    {
        var endpoint = Assert.Single(
            factory.Services.GetRequiredService<EndpointDataSource>().Endpoints,
            endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);

        Assert.NotNull(endpoint.Metadata.GetMetadata<RecentLoginMetadata>());
    }
}
