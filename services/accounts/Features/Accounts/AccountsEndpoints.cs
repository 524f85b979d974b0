namespace SocialSelling.Accounts.Features.Accounts;

internal static class AccountsEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/accounts").RequireAuthorization().WithTags("Accounts");
        ListAccounts.Map(group);
        GetAccount.Map(group);
        GetAccountUsage.Map(group);
        DisconnectAccount.Map(group);
    }
}
