using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SocialSelling.Instagram.Options;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Instagram.Features.Webhooks;

internal static class VerifyWebhook
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/", Handle).WithName(nameof(VerifyWebhook))
            .WithSummary("Meta's check of the address: answers the bare challenge when the token is the agreed one.")
            .Produces<string>(contentType: "text/plain").ProducesProblem(StatusCodes.Status403Forbidden);

    internal static Results<ContentHttpResult, ProblemHttpResult> Handle(
        [FromQuery(Name = "hub.mode")] string? mode, [FromQuery(Name = "hub.verify_token")] string? token,
        [FromQuery(Name = "hub.challenge")] string? challenge, IOptions<MetaOptions> options)
    {
        // Hashes are of one length, so that the comparison tells nothing, not even that.
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookVerifyToken));
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token ?? ""));
        return CryptographicOperations.FixedTimeEquals(expected, given) && mode == "subscribe" && challenge is { Length: <= 1000 }
            ? TypedResults.Text(challenge, "text/plain")
            : Problems.Forbidden("WEBHOOK_001", "The verify token is not the agreed one.");
    }
}
