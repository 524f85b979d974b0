using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Messaging.Features.Contacts;

internal static class ListContacts
{
    // A search is counted up to here; nobody leafs through more hits.
    private const int MaxCountedHits = 1000;

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/", HandleAsync)
            .WithName(nameof(ListContacts))
            .WithSummary("The contacts, newest first; `filter[accountId]`, `search` in handle, name and platform id, `sort` by createdAt.")
            .RequirePermission(Permissions.ConversationsRead);

    internal static async Task<Ok<PagedResponse<ContactResponse>>> HandleAsync(
        PageQuery page, CurrentWorkspace workspace, MessagingDbContext db, HttpRequest request, CancellationToken ct)
    {
        Guid? account = page.Filter("accountId") is not { } text ? null
            : Guid.TryParse(text, out var id) ? id : throw new InvalidRequestException("filter[accountId]", "must be a UUID");
        var contacts = db.Contacts.Where(contact => contact.WorkspaceId == workspace.Id && (account == null || contact.AccountId == account))
            .Within(workspace.Accounts, contact => contact.AccountId);
        if (page.Search is { } search) contacts = Containing(contacts, SearchPattern.Containing(search));

        var total = page.Search is null
            ? await CountAsync(db, workspace, account, ct)
            : await contacts.OrderBy(contact => contact.CreatedAt).Take(MaxCountedHits).LongCountAsync(ct);
        var items = await Sorted(contacts, page.Sort).Skip(page.Offset).Take(page.PerPage).ToResponses(db).ToListAsync(ct);
        return TypedResults.Ok(PagedResponse.Create(items, page, total, request));
    }

    private static IQueryable<Contact> Containing(IQueryable<Contact> contacts, string pattern) => contacts.Where(contact =>
        EF.Functions.ILike(contact.Username!, pattern) || EF.Functions.ILike(contact.Name!, pattern) || EF.Functions.Like(contact.PlatformId, pattern));

    // Each contact has exactly one conversation, and those are counted already.
    private static Task<long> CountAsync(MessagingDbContext db, CurrentWorkspace workspace, Guid? account, CancellationToken ct) => db.ConversationCounts
        .Where(count => count.WorkspaceId == workspace.Id && (account == null || count.AccountId == account))
        .Within(workspace.Accounts, count => count.AccountId).SumAsync(count => count.Total, ct);

    private static IQueryable<Contact> Sorted(IQueryable<Contact> contacts, string? sort) => sort switch
    {
        null or "-createdAt" => contacts.OrderByDescending(contact => contact.CreatedAt).ThenByDescending(contact => contact.Id),
        "createdAt" => contacts.OrderBy(contact => contact.CreatedAt).ThenBy(contact => contact.Id),
        _ => throw new InvalidRequestException("sort", "must be createdAt or -createdAt"),
    };
}
