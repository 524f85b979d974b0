using System.Collections.Concurrent;
using System.Text.Json;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>How a message's type and content are written down in the outbox.</summary>
internal static class MessageTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly ConcurrentDictionary<string, Type?> Types = new();

    public static string NameOf(Type type) => Names.GetOrAdd(type, t => $"{t.FullName}, {t.Assembly.GetName().Name}");

    public static Type? Find(string name) => Types.GetOrAdd(name, n => Type.GetType(n, throwOnError: false));

    public static string Serialize(object message) => JsonSerializer.Serialize(message, message.GetType(), JsonSerializerOptions.Web);

    public static object? Deserialize(string payload, Type type) => JsonSerializer.Deserialize(payload, type, JsonSerializerOptions.Web);
}
