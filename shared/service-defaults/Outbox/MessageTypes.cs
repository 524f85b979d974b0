using System.Collections.Concurrent;
using System.Text.Json;

namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>How a message's type and content are written down in the outbox.</summary>
internal static class MessageTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly ConcurrentDictionary<string, Type?> Types = new();

    public static string NameOf(Type type) => Names.GetOrAdd(type, t => $"{t.FullName}, {t.Assembly.GetName().Name}");

    public static string Serialize(object message) => JsonSerializer.Serialize(message, message.GetType(), JsonSerializerOptions.Web);

    public static (object Message, Type Type) Read(OutboxRow row)
    {
        var type = Types.GetOrAdd(row.Type, name => Type.GetType(name, throwOnError: false)) ?? throw new FaultyRowException($"Unknown message type {row.Type}.");
        try
        {
            return (JsonSerializer.Deserialize(row.Payload, type, JsonSerializerOptions.Web) ?? throw new FaultyRowException("Empty message."), type);
        }
        catch (JsonException error)
        {
            throw new FaultyRowException($"Not readable as {row.Type}.", error);
        }
    }
}
