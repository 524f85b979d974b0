using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.ServiceDefaults.Paging;

/// <summary>
/// The query parameters of a list: <c>page</c>, <c>perPage</c> (1 to 100), <c>sort</c> (<c>-createdAt</c>), <c>search</c> and
/// <c>filter[field]</c>. Bound from the query string; a parameter out of bounds answers 400 naming it.
/// </summary>
public sealed record PageQuery
{
    /// <summary>The largest page.</summary>
    public const int MaxPerPage = 100;

    // Deeper pages would only burn the database: offset + limit must stay an int, and nobody turns a million pages.
    private const int MaxPage = 1_000_000;

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Items a page.</summary>
    public int PerPage { get; init; } = 20;

    /// <summary>The field to sort by, with a leading minus for descending order.</summary>
    public string? Sort { get; init; }

    /// <summary>Free text to look for.</summary>
    public string? Search { get; init; }

    /// <summary>How many items stand before this page.</summary>
    public int Offset => (Page - 1) * PerPage;

    private IQueryCollection? Query { get; init; }

    /// <summary>The value of <c>filter[name]</c>, or null.</summary>
    public string? Filter(string name) => Query is not null && Query.TryGetValue($"filter[{name}]", out var value) ? Text(value) : null;

    /// <summary>Called by the framework for a parameter of this type.</summary>
    public static ValueTask<PageQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        var query = context.Request.Query;
        return ValueTask.FromResult<PageQuery?>(new PageQuery
        {
            Page = Number(query, "page", 1, MaxPage, 1),
            PerPage = Number(query, "perPage", 1, MaxPerPage, 20),
            Sort = Text(query["sort"]),
            Search = Text(query["search"]),
            Query = query,
        });
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static int Number(IQueryCollection query, string name, int min, int max, int fallback)
    {
        if (!query.TryGetValue(name, out var text))
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new InvalidRequestException(name, $"must be a whole number from {min} to {max}");
    }
}
