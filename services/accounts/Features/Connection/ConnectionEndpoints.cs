namespace SocialSelling.Accounts.Features.Connection;

internal static class ConnectionEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/accounts/instagram").WithTags("Connection");
        StartInstagramConnection.Map(group);
        CompleteInstagramConnection.Map(group);
    }
}
