using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.Insights;
using SocialSelling.MetaSimulator.Publishing;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Control;

/// <summary>`GET /control/accounts/{userId}/feed`: what the world sees of an account, newest first.</summary>
internal static class FeedControl
{
    public static void Map(RouteGroupBuilder control) => control.MapGet("/accounts/{account}/feed", Feed);

    private static IResult Feed(
        string account, HttpRequest request, [FromServices] World world, [FromServices] PublicAddress address, [FromServices] TimeProvider clock)
    {
        lock (world.Gate)
        {
            return world.FindAccount(account) is { } found
                ? TypedResults.Json(found.Media.Reverse().Select(post => new
                {
                    post.Id,
                    post.Caption,
                    post.AltText,
                    ImageUrl = address.OfMedia(post, request),
                    post.Permalink,
                    post.PublishedAt,
                    Likes = MediaNumbers.Of(post, "likes", clock.GetUtcNow()),
                }).ToList())
                : ControlProblem.NotFound("account");
        }
    }
}
