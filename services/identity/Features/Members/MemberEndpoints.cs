namespace SocialSelling.Identity.Features.Members;

internal static class MemberEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        ListMembers.Map(group);
        UpdateMember.Map(group);
        RemoveMember.Map(group);
    }
}
