using System.Reflection;
using SocialSelling.Testing;

namespace SocialSelling.Architecture.Tests;

/// <summary>What the suite consists of.</summary>
public static class Suite
{
    public static readonly string[] Services = ["Identity", "Accounts", "Instagram", "Messaging", "Publisher", "Analytics"];

    public static TheoryData<string> ServiceNames => [.. Services];

    public static Assembly AssemblyOf(string service) => Assembly.Load($"SocialSelling.{service}");

    /// <summary>Types written by hand, without migrations and what generators and the compiler add.</summary>
    public static IEnumerable<Type> TypesOf(string service) => AssemblyOf(service).GetTypes().Where(type =>
        type.Namespace?.StartsWith($"SocialSelling.{service}", StringComparison.Ordinal) == true
        && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
        && !type.GetCustomAttributesData().Concat(type.DeclaringType?.GetCustomAttributesData() ?? [])
            .Any(data => data.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute"));

    /// <summary>Sources below the folders, as paths relative to the checkout; migrations and build output left out.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Split('/').Any(part => part is "obj" or "bin" or "node_modules"));

    public static string[] LinesOf(string source) => File.ReadAllLines(Repository.PathOf(source));
}
