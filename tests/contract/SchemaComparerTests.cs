using System.Text.Json.Nodes;

namespace SocialSelling.Contract.Tests;

public sealed class SchemaComparerTests
{
    private const string Agreed = """
        { "type": "object", "required": ["id"], "properties": {
            "id": { "type": "string", "format": "uuid" },
            "note": { "type": ["string", "null"] },
            "lines": { "type": "array", "items": { "type": "object", "properties": { "price": { "type": "integer" } } } } } }
        """;

    [Theory]
    [InlineData("\"note\"", "\"remark\"", "/note: removed or renamed")]
    [InlineData("\"price\"", "\"cost\"", "/lines[]/price: removed or renamed")]
    [InlineData("\"integer\"", "\"string\"", "/lines[]/price: type changed")]
    [InlineData("\"format\": \"uuid\"", "\"format\": \"uri\"", "/id: format changed")]
    [InlineData("[\"string\", \"null\"]", "\"string\"", "/note: type changed")]
    [InlineData("[\"id\"]", "[\"id\", \"note\"]", "/note: became required")]
    public void Breaks_ReceiverCouldNotRead_AreNamed(string from, string to, string expected) =>
        Assert.Contains(Compare(Agreed.Replace(from, to, StringComparison.Ordinal)), found => found.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Breaks_AddedOptionalField_AreNone() =>
        Assert.Empty(Compare(Agreed.Replace("\"note\"", "\"colour\": { \"type\": [\"string\", \"null\"] }, \"note\"", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Compare(string current) => SchemaComparer.Breaks(JsonNode.Parse(Agreed)!, JsonNode.Parse(current)!);
}
