using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Paging;

/// <summary>A stretch of a long feed.</summary>
/// <param name="Data">The items.</param>
/// <param name="Links">How to go on.</param>
/// <typeparam name="T">The item.</typeparam>
public sealed record CursorResponse<T>(IReadOnlyList<T> Data, CursorLinks Links);

/// <summary>How to go on in a feed.</summary>
/// <param name="Next">The address of what follows, null at the end.</param>
public sealed record CursorLinks(string? Next);

/// <summary>Makes stretches of a feed.</summary>
public static class CursorResponse
{
    /// <summary>Items already fetched, with the cursor of what follows.</summary>
    /// <param name="items">The items.</param>
    /// <param name="nextCursor">The cursor of what follows, null at the end.</param>
    /// <param name="request">The request, whose address the link repeats.</param>
    public static CursorResponse<T> Create<T>(IReadOnlyList<T> items, string? nextCursor, HttpRequest request) =>
        new(items, new CursorLinks(nextCursor is null ? null : Link.With(request, "cursor", nextCursor)));
}
