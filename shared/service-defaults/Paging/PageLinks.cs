using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Paging;

/// <summary>Addresses of the pages around one, relative to the host, with the same filters.</summary>
/// <param name="First">The first page.</param>
/// <param name="Prev">The page before, null on the first.</param>
/// <param name="Next">The page after, null on the last.</param>
/// <param name="Last">The last page.</param>
public sealed record PageLinks(string First, string? Prev, string? Next, string Last)
{
    internal static PageLinks Around(int page, int pages, HttpRequest request)
    {
        var last = Math.Max(1, pages);
        return new PageLinks(
            Link.With(request, "page", Text(1)),
            page > 1 ? Link.With(request, "page", Text(Math.Min(page - 1, last))) : null,
            page < last ? Link.With(request, "page", Text(page + 1)) : null,
            Link.With(request, "page", Text(last)));
    }

    private static string Text(int page) => page.ToString(CultureInfo.InvariantCulture);
}
