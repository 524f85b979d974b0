using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SocialSelling.MetaSimulator.Control;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>`/cdn`: the published pictures, and profile pictures drawn from a name.</summary>
internal static class Cdn
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cdn/{id}.jpg", Picture);
        routes.MapGet("/cdn/profile/{username}.svg", Profile);
    }

    private static IResult Picture(string id, [FromServices] World world)
    {
        lock (world.Gate)
        {
            return world.Media.Find(id)?.Image.Bytes is { } bytes ? TypedResults.Bytes(bytes, "image/jpeg") : TypedResults.NotFound();
        }
    }

    private static IResult Profile(string username)
    {
        if (!AccountControl.IsHandle(username))
        {
            return TypedResults.NotFound();
        }

        var hue = username.Aggregate(7, (sum, character) => ((sum * 31) + character) % 360);
        var initial = char.ToUpper(username[0], CultureInfo.InvariantCulture);
        return TypedResults.Text(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl({hue},65%,62%)"/>
            <stop offset="1" stop-color="hsl({(hue + 50) % 360},70%,45%)"/></linearGradient></defs><rect width="80" height="80" fill="url(#g)"/>
            <text x="40" y="53" font-family="sans-serif" font-size="36" font-weight="600" text-anchor="middle" fill="#fff">{initial}</text></svg>
            """), "image/svg+xml");
    }
}
