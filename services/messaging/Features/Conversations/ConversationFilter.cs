using SocialSelling.Messaging.Domain;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Messaging.Features.Conversations;

/// <summary>Which conversations a list asks for.</summary>
internal sealed record ConversationFilter(
    Guid WorkspaceId, Guid[]? Confinement, Guid? AccountId, string? Status, bool? Unread, string? Search, bool Ascending)
{
    public static ConversationFilter From(CurrentWorkspace workspace, PageQuery page) => new(
        workspace.Id, workspace.Accounts.All ? null : [.. workspace.Accounts.Ids], Account(page.Filter("accountId")), StatusOf(page.Filter("status")), UnreadOf(page.Filter("unread")), page.Search, IsAscending(page.Sort));

    private static Guid? Account(string? value)
    {
        if (value is null) return null;
        return Guid.TryParse(value, out var id) ? id : throw new InvalidRequestException("filter[accountId]", "must be a UUID");
    }

    private static string? StatusOf(string? value) =>
        value is null || ConversationStatuses.All.Contains(value)
            ? value
            : throw new InvalidRequestException("filter[status]", $"must be one of {string.Join(", ", ConversationStatuses.All)}");

    private static bool? UnreadOf(string? value)
    {
        if (value is null) return null;
        return bool.TryParse(value, out var unread) ? unread : throw new InvalidRequestException("filter[unread]", "must be true or false");
    }

    private static bool IsAscending(string? sort) => sort switch
    {
        null or "-lastMessageAt" => false,
        "lastMessageAt" => true,
        _ => throw new InvalidRequestException("sort", "must be lastMessageAt or -lastMessageAt"),
    };
}
