using System.Text.Json;
using SocialSelling.Accounts.Domain;

namespace SocialSelling.Accounts.Clients;

internal static class ProfileReader
{
    /// <summary><c>user_id</c> is the professional account and equals the webhooks' <c>entry.id</c>; <c>id</c> is this app's own name for it.</summary>
    public static AccountProfile? Read(JsonElement root)
    {
        var me = MetaJson.Unwrap(root);
        if (MetaJson.Text(me, "user_id") is not { Length: > 0 and <= 64 } userId || MetaJson.Text(me, "username") is not { Length: > 0 } username)
        {
            return null;
        }

        return new AccountProfile(
            userId,
            MetaJson.Text(me, "id") ?? userId,
            username,
            MetaJson.Text(me, "name"),
            MetaJson.Text(me, "account_type"),
            MetaJson.Text(me, "profile_picture_url"),
            long.TryParse(MetaJson.Text(me, "followers_count"), out var followers) ? followers : null);
    }
}
