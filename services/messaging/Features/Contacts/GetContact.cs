using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SocialSelling.Contracts.Access;
using SocialSelling.Messaging.Data;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Messaging.Features.Contacts;

internal static class GetContact
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/{id:guid}", HandleAsync)
            .WithName(nameof(GetContact))
            .WithSummary("One contact.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .RequirePermission(Permissions.ConversationsRead);

    internal static async Task<Results<Ok<ContactResponse>, ProblemHttpResult>> HandleAsync(
        Guid id, CurrentWorkspace workspace, MessagingDbContext db, CancellationToken ct)
    {
        var contact = await db.Contacts.Where(contact => contact.Id == id && contact.WorkspaceId == workspace.Id)
            .Within(workspace.Accounts, contact => contact.AccountId).ToResponses(db).SingleOrDefaultAsync(ct);
        return contact is null ? MessagingErrors.ContactNotFound() : TypedResults.Ok(contact);
    }
}
