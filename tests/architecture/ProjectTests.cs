using System.Xml.Linq;
using SocialSelling.Testing;

namespace SocialSelling.Architecture.Tests;

public sealed class ProjectTests
{
    private const string Contracts = "SocialSelling.Contracts";
    private const string Defaults = "SocialSelling.ServiceDefaults";
    private static readonly string[] Folders = ["services", "gateway", "shared", "tools", "tests"];

    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public void Service_References_ServiceDefaultsOnly(string service) =>
        Assert.Equal([Defaults], References($"SocialSelling.{service}"));

    [Fact]
    public void Gateway_References_ServiceDefaultsOnly() => Assert.Equal([Defaults], References("SocialSelling.Gateway"));

    [Fact]
    public void ServiceDefaults_References_ContractsOnly() => Assert.Equal([Contracts], References(Defaults));

    [Fact]
    public void Contracts_Reference_Nothing()
    {
        Assert.Empty(References(Contracts));
        Assert.Empty(Project(Contracts).Descendants("PackageReference"));
    }

    [Theory]
    [InlineData("SocialSelling.MetaSimulator")]
    [InlineData("SocialSelling.Demo")]
    [InlineData("SocialSelling.Load")]
    [InlineData("SocialSelling.E2E.Tests")]
    public void Outsider_References_NoServiceAndNoServiceDefaults(string project)
    {
        var forbidden = Suite.Services.Select(service => $"SocialSelling.{service}").Append(Defaults);

        Assert.Empty(References(project).Intersect(forbidden));
    }

    [Fact]
    public void Package_Version_StandsInOnePlace() => Assert.DoesNotContain(Projects(), file =>
        XDocument.Load(file).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null));

    [Fact]
    public void Project_Of_EachFolder_IsInTheSolution()
    {
        var solution = File.ReadAllText(Repository.PathOf("SocialSelling.sln"));

        Assert.DoesNotContain(Projects(), file => !solution.Contains(Path.GetFileName(file), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Projects() => Folders
        .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories));

    private static XDocument Project(string name) => XDocument.Load(Projects().Single(file => Path.GetFileNameWithoutExtension(file) == name));

    private static IEnumerable<string> References(string project) =>
        Project(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
