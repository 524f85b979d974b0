using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Data">The items.</param>
/// <param name="Meta">Where this page stands.</param>
/// <param name="Links">The pages around it.</param>
/// <typeparam name="T">The item.</typeparam>
public sealed record PagedResponse<T>(IReadOnlyList<T> Data, PageMeta Meta, PageLinks Links);

/// <summary>Makes pages.</summary>
public static class PagedResponse
{
    /// <summary>A page of items already fetched.</summary>
    /// <param name="items">The items of this page.</param>
    /// <param name="page">What was asked for.</param>
    /// <param name="total">How many items there are in all.</param>
    /// <param name="request">The request, whose address the links repeat.</param>
    public static PagedResponse<T> Create<T>(IReadOnlyList<T> items, PageQuery page, long total, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(page);
        var pages = (int)Math.Min(int.MaxValue, (total + page.PerPage - 1) / page.PerPage);
        return new PagedResponse<T>(items, new PageMeta(page.Page, page.PerPage, total, pages), PageLinks.Around(page.Page, pages, request));
    }
}
