namespace SocialSelling.Identity.Tests.Privacy;

internal static class PersonIds
{
    public static Guid UserId(this Person person) => person.Registered.User.Id;

    public static Guid WorkspaceId(this Person person) => Guid.Parse(Jwt.Payload(person.Registered.AccessToken).GetProperty("workspace").GetString()!);
}
