using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Accounts.Features.Internal;

/// <summary>For the suite's other services; the gateway never routes these.</summary>
internal static class InternalEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/internal/accounts").RequireInternalClient();
        GetAccountToken.Map(group);
        FindInstagramAccount.Map(group);
    }
}
