using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Architecture.Tests;

public sealed class TypeTests
{
    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public void Type_OfService_IsInternalUnlessItIsPartOfTheApi(string service) => Rules.None(Suite.TypesOf(service)
        .Where(type => type.IsVisible && type.Name != "Program" && !IsPartOfApi(type)).Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public void Request_OfService_IsPublic(string service) => Rules.None(Suite.TypesOf(service)
        .Where(type => type.Namespace!.Contains(".Features", StringComparison.Ordinal) && type.Name.EndsWith("Request", StringComparison.Ordinal) && !type.IsVisible)
        .Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public void Class_OfService_IsSealed(string service) => Rules.None(Suite.TypesOf(service)
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Name != "Program").Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public void Entity_OfService_HasNoPublicSetter(string service) => Rules.None(Suite.TypesOf(service)
        .Where(type => type.Namespace!.Contains(".Domain", StringComparison.Ordinal) && type.IsClass)
        .SelectMany(type => type.GetProperties())
        .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit"))
        .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}"));

    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public void Domain_OfService_UsesTheBaseClassLibraryOnly(string service) => Rules.None(
        from source in Suite.Sources($"services/{service.ToLowerInvariant()}/Domain")
        from line in Suite.LinesOf(source)
        where line.StartsWith("using ", StringComparison.Ordinal) && !IsAllowedInDomain(line, service)
        select $"{source}: {line}");

    // Validation and the API documents see public types only: the records of requests and answers, forms, their enums and validation attributes.
    private static bool IsPartOfApi(Type type) =>
        type.Namespace!.Contains(".Features", StringComparison.Ordinal)
        && (type.GetMethod("<Clone>$") is not null || type.IsEnum || type.Name.EndsWith("Form", StringComparison.Ordinal) || type.IsSubclassOf(typeof(ValidationAttribute)));

    private static bool IsAllowedInDomain(string line, string service) =>
        line.StartsWith("using System", StringComparison.Ordinal)
        || line.StartsWith($"using SocialSelling.{service}.Domain", StringComparison.Ordinal)
        || line.StartsWith("using SocialSelling.Contracts", StringComparison.Ordinal);
}
