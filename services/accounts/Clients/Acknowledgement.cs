using System.Text.Json;

namespace SocialSelling.Accounts.Clients;

/// <summary>Meta's <c>{"success":true}</c>.</summary>
internal sealed record Acknowledgement
{
    public static Acknowledgement? Read(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True
            ? new Acknowledgement()
            : null;
}
