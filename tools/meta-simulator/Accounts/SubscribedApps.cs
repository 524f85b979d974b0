using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Accounts;

/// <summary>`POST|GET|DELETE /{IG_ID}/subscribed_apps`: the second layer of the webhook subscription.</summary>
internal sealed class SubscribedApps(World world, IOptions<SimulatorOptions> options) : IGraphEndpoint
{
    public Task<IResult> HandleAsync(GraphCall call, CancellationToken ct) => Task.FromResult(call.Http.Request.Method switch
    {
        "POST" => Subscribe(call),
        "DELETE" => Unsubscribe(call),
        _ => Read(call),
    });

    private IResult Subscribe(GraphCall call)
    {
        var fields = call.Parameters.List("subscribed_fields");
        if (fields.Count == 0)
        {
            return GraphErrors.Parameter("The parameter subscribed_fields is required.");
        }

        foreach (var (index, field) in fields.Index())
        {
            if (WebhookFields.ScopeOf(field) is not { } scope)
            {
                return GraphErrors.Parameter($"Param subscribed_fields[{index}] must be one of {{{string.Join(", ", WebhookFields.Names)}}} - got \"{field}\".");
            }

            if (!call.Token.Has(scope))
            {
                return GraphErrors.Permission(scope);
            }
        }

        lock (world.Gate)
        {
            call.Account.SubscribedFields = new HashSet<string>(fields, StringComparer.Ordinal);
            call.Account.FailingSince = null;
        }

        return GraphAnswers.Success();
    }

    private IResult Unsubscribe(GraphCall call)
    {
        lock (world.Gate)
        {
            call.Account.SubscribedFields = null;
        }

        return GraphAnswers.Success();
    }

    private IResult Read(GraphCall call)
    {
        lock (world.Gate)
        {
            var data = new JsonArray();
            if (call.Account.SubscribedFields is { } fields)
            {
                data.Add(new JsonObject
                {
                    ["link"] = "https://app.example",
                    ["name"] = "SocialSelling",
                    ["id"] = options.Value.AppId,
                    ["subscribed_fields"] = new JsonArray([.. fields.Order(StringComparer.Ordinal).Select(field => (JsonNode)field)]),
                });
            }

            return GraphAnswers.Json(new JsonObject { ["data"] = data });
        }
    }
}
