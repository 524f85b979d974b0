using System.Text.RegularExpressions;
using SocialSelling.Testing;

namespace SocialSelling.Architecture.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] Production = ["services", "gateway", "shared"];

    [Fact]
    public void Time_AndIds_ComeFromTheHouse() => Rules.None(Find(BannedCalls(), Production));

    [Fact]
    public void Source_Holds_NoLeftovers() => Rules.None(Find(Leftovers(), [.. Production, "tools", "tests"]));

    [Fact]
    public void Service_Names_NoQueueByHand() => Rules.None(Find(QueueNames(), "services"));

    [Fact]
    public void Service_Publishes_OnlyThroughTheOutbox() => Rules.None(Find(DirectPublish(), "services"));

    [Fact]
    public void File_OfProduction_IsShort()
    {
        var lengths = Suite.Sources([.. Production, "tools"]).Select(source => (source, Suite.LinesOf(source).Length)).OrderBy(file => file.Length).ToList();

        Assert.DoesNotContain(lengths, file => file.Length > 250);
        Assert.True(lengths[lengths.Count / 2].Length <= 40, $"median {lengths[lengths.Count / 2].Length} lines");
        Assert.True(lengths[lengths.Count * 9 / 10].Length <= 120, $"p90 {lengths[lengths.Count * 9 / 10].Length} lines");
    }

    [Fact]
    public void File_OfTests_IsShort() => Assert.DoesNotContain(Suite.Sources("tests"), source => Suite.LinesOf(source).Length > 400);

    [Fact]
    public void Program_OfService_IsShort() =>
        Assert.DoesNotContain(
        Suite.Sources("services", "gateway"), source => source.EndsWith("/Program.cs", StringComparison.Ordinal) && Suite.LinesOf(source).Length > 40);

    [Fact]
    public void Namespace_OfFile_IsItsFolder() => Rules.None(
        from source in Suite.Sources("services", "shared/service-defaults", "shared/contracts", "gateway")
        let declared = Suite.LinesOf(source).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        where !source.Contains("/Linked/", StringComparison.Ordinal) && declared is not null && declared != $"namespace {ExpectedNamespace(source)};"
        select $"{source}: {declared}");

    [Fact]
    public void Type_OfFile_GivesItItsName() => Rules.None(
        from source in Suite.Sources("services", "shared/service-defaults", "shared/contracts")
        let types = Suite.LinesOf(source).Select(line => TopLevelType().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList()
        where types.Count > 0 && !types.Contains(Path.GetFileNameWithoutExtension(source))
        select $"{source}: {string.Join(", ", types)}");

    [Fact]
    public void Route_OfFeature_IsMappedByItsUseCaseOrItsGroup() => Rules.None(
        from source in Suite.Sources("services")
        where source.Contains("/Features/", StringComparison.Ordinal) && !source.EndsWith("Endpoints.cs", StringComparison.Ordinal)
        where Suite.LinesOf(source).Any(line => line.Contains("MapGroup(", StringComparison.Ordinal))
        select source);

    private static IEnumerable<string> Find(Regex pattern, params string[] folders) =>
        from source in Suite.Sources(folders)
        where !source.StartsWith("tests/architecture/", StringComparison.Ordinal)
        from line in Suite.LinesOf(source)
        where pattern.IsMatch(line)
        select $"{source}: {line.Trim()}";

    private static string ExpectedNamespace(string source)
    {
        var folders = source.Split('/')[..^1];
        var project = Directory.GetFiles(Repository.PathOf(folders[0] == "gateway" ? "gateway" : $"{folders[0]}/{folders[1]}"), "*.csproj").Single();
        return string.Join('.', [Path.GetFileNameWithoutExtension(project), .. folders[(folders[0] == "gateway" ? 1 : 2)..]]);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bGuid\.NewGuid\(|\bThread\.Sleep\(|\bDateTime\.Today\b")]
    private static partial Regex BannedCalls();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Leftovers();

    [GeneratedRegex(@"\bEndpointName\s*=|\.ReceiveEndpoint\(|\be\.Name\s*=")]
    private static partial Regex QueueNames();

    [GeneratedRegex(@"\bIPublishEndpoint\b|\bISendEndpointProvider\b|\bIBus\b|context\.Publish\(|context\.Send\(")]
    private static partial Regex DirectPublish();

    [GeneratedRegex(@"^(?:public|internal)\s(?:[a-z]+\s)*(?:class|record|interface|enum|struct)\s+(?:struct\s+|class\s+)?([A-Za-z0-9_]+)")]
    private static partial Regex TopLevelType();
}
