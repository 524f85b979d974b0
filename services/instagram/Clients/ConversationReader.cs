using System.Globalization;
using System.Text.Json;
using SocialSelling.Instagram.Domain.Webhooks;

namespace SocialSelling.Instagram.Clients;

/// <summary>Looks into a conversation at Meta for a message that may have been sent.</summary>
internal sealed class ConversationReader(GraphClient graph)
{
    private const int MessagesWithDetail = 20;

    /// <summary>The ids of the business's messages with this text since then, newest first; null when Meta did not tell.</summary>
    public async Task<List<string>?> FindAsync(AccountToken token, string contactId, string text, DateTimeOffset since, CancellationToken ct)
    {
        var query = $"{token.PlatformAccountId}/conversations?platform=instagram&user_id={Uri.EscapeDataString(contactId)}";
        var conversations = await graph.GetAsync(query, token.AccessToken, ct);
        if (!conversations.IsOk)
        {
            return null;
        }

        if (conversations.Body.Array("data") is not { } list || list.GetArrayLength() == 0 || list[0].Id("id", 500) is not { } conversationId)
        {
            return [];
        }

        var messages = await graph.GetAsync($"{conversationId}?fields=messages{{id,created_time}}", token.AccessToken, ct);
        if (!messages.IsOk)
        {
            return null;
        }

        var found = new List<string>();
        foreach (var item in messages.Body.Object("messages")?.Array("data")?.EnumerateArray().Take(MessagesWithDetail) ?? [])
        {
            if (CreatedAt(item) >= since && item.Id("id", 500) is { } mid && await IsOursAsync(token, mid, text, ct))
            {
                found.Add(mid);
            }
        }

        return found;
    }

    private async Task<bool> IsOursAsync(AccountToken token, string mid, string text, CancellationToken ct)
    {
        var message = await graph.GetAsync($"{Uri.EscapeDataString(mid)}?fields=id,created_time,from,to,message", token.AccessToken, ct);
        return message.IsOk
            && message.Body.Object("from")?.Id("id") == token.PlatformAccountId
            && string.Equals(message.Body.Text("message")?.Trim(), text.Trim(), StringComparison.Ordinal);
    }

    private static DateTimeOffset? CreatedAt(JsonElement item) =>
        DateTimeOffset.TryParseExact(item.Text("created_time"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
