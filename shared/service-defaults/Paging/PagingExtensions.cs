using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Paging;

/// <summary>Sorting and paging of queries.</summary>
public static class PagingExtensions
{
    /// <summary>Counts, fetches the page and makes its links. Sort the query first, down to a unique field.</summary>
    public static async Task<PagedResponse<T>> ToPagedResponseAsync<T>(
        this IQueryable<T> query, PageQuery page, HttpRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        var total = await query.LongCountAsync(ct);
        IReadOnlyList<T> items = page.Offset >= total ? [] : await query.Skip(page.Offset).Take(page.PerPage).ToListAsync(ct);
        return PagedResponse.Create(items, page, total, request);
    }

    /// <summary>Sorts by <c>sort</c> of the query string; a field that is not allowed answers 400.</summary>
    /// <param name="query">What to sort.</param>
    /// <param name="page">The list's parameters.</param>
    /// <param name="allowed">The fields one may sort by, as the API spells them.</param>
    /// <param name="fallback">The order where none is asked for, such as <c>-createdAt</c>.</param>
    public static IOrderedQueryable<T> SortBy<T>(
        this IQueryable<T> query, PageQuery page, IReadOnlyDictionary<string, Expression<Func<T, object?>>> allowed, string fallback)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(allowed);
        var sort = page.Sort ?? fallback;
        var descending = sort.StartsWith('-');
        if (!allowed.TryGetValue(descending ? sort[1..] : sort, out var field))
        {
            throw new InvalidRequestException("sort", $"must be one of {string.Join(", ", allowed.Keys)}, with a leading - for descending order");
        }

        return descending ? query.OrderByDescending(field) : query.OrderBy(field);
    }
}
