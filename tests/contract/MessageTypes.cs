using SocialSelling.Contracts.Instagram;

namespace SocialSelling.Contract.Tests;

/// <summary>Every record of the contracts that travels: events, commands and their parts, not what access is made of.</summary>
public static class MessageTypes
{
    private const string Prefix = "SocialSelling.Contracts.";
    private const string Access = Prefix + "Access";

    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(MessageReceived).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace != Access)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. All.Select(NameOf)];

    /// <summary>Owner and type, as in <c>Instagram.MessageReceived</c>.</summary>
    public static string NameOf(Type type) => type.FullName![Prefix.Length..];

    public static Type Find(string name) => All.Single(type => NameOf(type) == name);
}
