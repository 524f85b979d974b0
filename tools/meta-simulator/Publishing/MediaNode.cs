using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Insights;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>`GET /{MEDIA}`.</summary>
internal sealed class MediaNode(World world, PublicAddress address, TimeProvider clock) : INodeReader
{
    public IResult? Read(GraphCall call)
    {
        lock (world.Gate)
        {
            if (world.Media.Find(call.Node) is not { } media || media.Account != call.Account)
            {
                return null;
            }

            return call.Token.Has(Scopes.Basic) ? GraphAnswers.Node(call, Describe(media, call.Http.Request), "IGMedia") : GraphErrors.Permission(Scopes.Basic);
        }
    }

    public JsonObject Describe(PublishedMedia media, HttpRequest request) => new()
    {
        ["id"] = media.Id,
        ["caption"] = media.Caption.Length > 0 ? media.Caption : null,
        ["alt_text"] = media.AltText.Length > 0 ? media.AltText : null,
        ["media_type"] = "IMAGE",
        ["media_product_type"] = "FEED",
        ["media_url"] = address.OfMedia(media, request),
        ["thumbnail_url"] = null,
        ["permalink"] = media.Permalink,
        ["shortcode"] = media.Shortcode,
        ["timestamp"] = GraphAnswers.Time(media.PublishedAt),
        ["owner"] = new JsonObject { ["id"] = media.Account.UserId },
        ["username"] = media.Account.Username,
        ["like_count"] = MediaNumbers.Of(media, "likes", clock.GetUtcNow()),
        ["comments_count"] = 0,
        ["is_comment_enabled"] = true,
        ["is_shared_to_feed"] = null,
        ["children"] = null,
        ["is_ai_generated"] = false,
    };
}
