using System.Linq.Expressions;
using SocialSelling.Messaging.Data;
using SocialSelling.Messaging.Domain;

namespace SocialSelling.Messaging.Features.Contacts;

/// <summary>A customer, as one client account knows them.</summary>
/// <param name="Id">The contact.</param>
/// <param name="AccountId">The client account.</param>
/// <param name="Channel"><c>instagram</c> or <c>whatsapp</c>.</param>
/// <param name="PlatformId">Meta's id of the person, scoped to the client account.</param>
/// <param name="Username">The handle, if known.</param>
/// <param name="Name">The display name, if known.</param>
/// <param name="ConversationId">The conversation with them.</param>
/// <param name="LastMessageAt">Time of the newest message of that conversation, UTC.</param>
/// <param name="CreatedAt">When they were first seen here, UTC.</param>
public sealed record ContactResponse(
    Guid Id,
    Guid AccountId,
    string Channel,
    string PlatformId,
    string? Username,
    string? Name,
    Guid ConversationId,
    DateTimeOffset LastMessageAt,
    DateTimeOffset CreatedAt);

internal static class ContactResponses
{
    private static readonly Expression<Func<Contact, Conversation, ContactResponse>> Project = (contact, conversation) => new ContactResponse(
        contact.Id, contact.AccountId, contact.Channel, contact.PlatformId, contact.Username, contact.Name,
        conversation.Id, conversation.LastMessageAt, contact.CreatedAt);

    public static IQueryable<ContactResponse> ToResponses(this IQueryable<Contact> contacts, MessagingDbContext db) =>
        contacts.Join(db.Conversations, contact => contact.Id, conversation => conversation.ContactId, Project);
}
