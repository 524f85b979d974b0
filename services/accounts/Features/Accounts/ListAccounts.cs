using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Accounts.Data;
using SocialSelling.Accounts.Domain;
using SocialSelling.Contracts.Access;
using SocialSelling.ServiceDefaults.Access;
using SocialSelling.ServiceDefaults.Paging;

namespace SocialSelling.Accounts.Features.Accounts;

internal static class ListAccounts
{
    private static readonly Dictionary<string, Expression<Func<ClientAccount, object?>>> Sortable = new()
    {
        ["createdAt"] = a => a.CreatedAt,
        ["connectedAt"] = a => a.ConnectedAt,
        ["username"] = a => a.Username,
    };

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/", HandleAsync).WithName(nameof(ListAccounts)).RequirePermission(Permissions.AccountsRead)
            .WithSummary("The workspace's accounts. filter[status]=active|token_expired|disconnected; without it, disconnected ones are left out.");

    internal static async Task<Ok<PagedResponse<AccountResponse>>> HandleAsync(
        PageQuery page, CurrentWorkspace workspace, AccountsDbContext db, HttpRequest request, CancellationToken ct)
    {
        var query = db.ClientAccounts.AsNoTracking().Where(a => a.WorkspaceId == workspace.Id).Within(workspace.Accounts, a => a.Id);
        query = page.Filter("status") is { } text ? Filtered(query, text) : query.Where(a => a.Status != AccountStatus.Disconnected);
        if (page.Search is { } search)
        {
            query = query.Where(a => EF.Functions.ILike(a.Username, $"%{search}%") || EF.Functions.ILike(a.Name!, $"%{search}%"));
        }

        var accounts = await query.SortBy(page, Sortable, "-createdAt").ToPagedResponseAsync(page, request, ct);
        return TypedResults.Ok(new PagedResponse<AccountResponse>([.. accounts.Data.Select(AccountResponse.From)], accounts.Meta, accounts.Links));
    }

    private static IQueryable<ClientAccount> Filtered(IQueryable<ClientAccount> query, string text)
    {
        var known = Enum.TryParse<AccountStatus>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var status);
        return query.Where(a => known && a.Status == status);
    }
}
