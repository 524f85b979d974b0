using System.Buffers.Text;
using System.Text.Json;

namespace SocialSelling.Identity.Tests;

internal static class Jwt
{
    public static JsonElement Header(string token) => Part(token, 0);

    public static JsonElement Payload(string token) => Part(token, 1);

    public static byte[] Signature(string token) => Base64Url.DecodeFromChars(token.Split('.')[2]);

    private static JsonElement Part(string token, int index) =>
        JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token.Split('.')[index]));
}
