using System.Text.Json;

namespace SocialSelling.ServiceDefaults.Data;

internal static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
