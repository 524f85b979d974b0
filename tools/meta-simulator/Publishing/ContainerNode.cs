using System.Globalization;
using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>`GET /{container}?fields=status_code,status`; the prose ends with the subcode.</summary>
internal sealed class ContainerNode(World world, TimeProvider clock) : INodeReader
{
    public IResult? Read(GraphCall call)
    {
        lock (world.Gate)
        {
            if (world.Containers.Find(call.Node) is not { } container || container.Account != call.Account)
            {
                return null;
            }

            if (!call.Token.Has(Scopes.Publish))
            {
                return GraphErrors.Permission(Scopes.Publish);
            }

            var status = container.StatusAt(clock.GetUtcNow());
            return GraphAnswers.Node(call, new JsonObject
            {
                ["id"] = container.Id,
                ["status_code"] = status,
                ["status"] = Prose(status, container.FailsWith),
                ["copyright_check_status"] = null,
            }, "IGContainer");
        }
    }

    private static string Prose(string status, int? subcode) => status switch
    {
        ContainerStatus.Published => "Published: Media has been published.",
        ContainerStatus.Expired => "Expired: Media was not published within 24 hours.",
        ContainerStatus.Finished => "Finished: Media has been uploaded and it is ready to be published.",
        ContainerStatus.Error => string.Create(CultureInfo.InvariantCulture, $"Error: Media upload has failed with error code {subcode}"),
        _ => "In Progress: Media is still being processed.",
    };
}
