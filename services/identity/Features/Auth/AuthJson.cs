using System.Text.Json.Serialization;

namespace SocialSelling.Identity.Features.Auth;

/// <summary>Serializers made at build time for what is answered often.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AuthResponse))]
[JsonSerializable(typeof(UserResponse))]
internal sealed partial class AuthJson : JsonSerializerContext;
