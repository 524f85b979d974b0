using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Domain;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.Accounts.Data;

internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<ClientAccount> ClientAccounts => Set<ClientAccount>();

    public DbSet<OAuthToken> OAuthTokens => Set<OAuthToken>();

    public DbSet<OAuthState> OAuthStates => Set<OAuthState>();

    protected override string Schema => "accounts";
}
