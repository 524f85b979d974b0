using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Messaging.Features;

/// <summary>Stretches of feeds, fetched with one item more than asked for, which tells whether something follows.</summary>
internal static class Feed
{
    public static CursorResponse<T> Of<T>(List<T> items, int limit, Func<T, string> cursorOf, HttpRequest request)
    {
        if (items.Count <= limit) return CursorResponse.Create(items, nextCursor: null, request);
        items.RemoveRange(limit, items.Count - limit);
        return CursorResponse.Create(items, cursorOf(items[^1]), request);
    }
}
