using System.Text.Json;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>What the browser is to be asked.</summary>
/// <param name="Ceremony">Goes back with the browser's answer; good for five minutes and one answer.</param>
/// <param name="PublicKey">
/// For <c>PublicKeyCredential.parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>, and then
/// <c>navigator.credentials.create</c> or <c>get</c>.
/// </param>
public sealed record PasskeyOptionsResponse(string Ceremony, JsonElement PublicKey)
{
    internal static PasskeyOptionsResponse Of(string ceremony, string json) => new(ceremony, JsonElement.Parse(json));
}
