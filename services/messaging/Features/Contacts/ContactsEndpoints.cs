namespace SocialSelling.Messaging.Features.Contacts;

internal static class ContactsEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/contacts").RequireAuthorization().WithTags("Contacts");
        ListContacts.Map(group);
        GetContact.Map(group);
    }
}
