namespace SocialSelling.Accounts.Domain;

internal enum AccountStatus
{
    Active,
    TokenExpired,
    Disconnected,
}
