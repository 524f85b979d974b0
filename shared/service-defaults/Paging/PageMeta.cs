namespace SocialSelling.ServiceDefaults.Paging;

/// <summary>Where a page stands in its list.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="PerPage">Items a page.</param>
/// <param name="Total">Items in all.</param>
/// <param name="TotalPages">Pages in all; 0 for an empty list.</param>
public sealed record PageMeta(int Page, int PerPage, long Total, int TotalPages);
