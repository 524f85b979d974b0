using System.Text.Json.Nodes;
using SocialSelling.Testing;

namespace SocialSelling.Contract.Tests;

public sealed class SchemaTests
{
    [Theory]
    [MemberData(nameof(MessageTypes.Names), MemberType = typeof(MessageTypes))]
    public void Schema_OfEachType_IsTheAgreedOne(string name)
    {
        var current = SchemaFiles.Current(MessageTypes.Find(name));
        var agreed = SchemaFiles.Agreed(name);
        var breaks = agreed is null ? [] : SchemaComparer.Breaks(agreed, current);
        Assert.True(breaks.Count == 0, $"{name} breaks its receivers; a break is a new type.\n{string.Join('\n', breaks)}");
        if (JsonNode.DeepEquals(agreed, current)) return;
        Assert.True(SchemaFiles.MayUpdate, $"{name} has grown: run this test with UPDATE_SCHEMAS=1, commit the schema, and update docs/events.md and CHANGELOG.md.");
        SchemaFiles.Write(name, current);
    }

    [Fact]
    public void Schema_OfEachFile_HasItsType() =>
        Assert.Empty(SchemaFiles.Names.Except(MessageTypes.All.Select(MessageTypes.NameOf)));

    [Theory]
    [MemberData(nameof(MessageTypes.Names), MemberType = typeof(MessageTypes))]
    public void Documentation_OfEachType_IsInEventsMd(string name) =>
        Assert.Contains(MessageTypes.Find(name).Name, File.ReadAllText(Repository.PathOf("docs", "events.md")), StringComparison.Ordinal);
}
