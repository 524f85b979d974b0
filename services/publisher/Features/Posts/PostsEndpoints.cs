namespace SocialSelling.Publisher.Features.Posts;

internal static class PostsEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/posts").RequireAuthorization().WithTags("Posts");
        SchedulePost.Map(group);
        ListPosts.Map(group);
        GetPost.Map(group);
        GetPostUsage.Map(group);
        CancelPost.Map(group);
    }
}
