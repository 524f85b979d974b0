using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit.Serialization;

namespace SocialSelling.Contract.Tests;

/// <summary>With the serializer that puts messages on the bus.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [MemberData(nameof(MessageTypes.Names), MemberType = typeof(MessageTypes))]
    public void RoundTrip_EveryFieldSet_KeepsThemAll(string name)
    {
        var type = MessageTypes.Find(name);
        var sample = SampleMessages.Of(SchemaFiles.Current(type));

        var message = sample.Deserialize(type, SystemTextJsonMessageSerializer.Options);
        var written = JsonSerializer.SerializeToNode(message, type, SystemTextJsonMessageSerializer.Options);

        Assert.True(JsonNode.DeepEquals(sample, written), $"sent {sample}\ngot {written}");
    }

    [Theory]
    [MemberData(nameof(MessageTypes.Names), MemberType = typeof(MessageTypes))]
    public void Read_FieldFromTheFuture_IsIgnored(string name)
    {
        var type = MessageTypes.Find(name);
        var sample = SampleMessages.Of(SchemaFiles.Current(type));
        sample["addedLater"] = "x";

        Assert.NotNull(sample.Deserialize(type, SystemTextJsonMessageSerializer.Options));
    }
}
