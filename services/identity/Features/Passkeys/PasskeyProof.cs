using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>The browser's answer to a challenge.</summary>
/// <param name="Ceremony">From <c>/auth/passkey/options</c>.</param>
/// <param name="Credential">The credential of <c>navigator.credentials.get</c>, as its <c>toJSON()</c> gives it.</param>
public sealed record PasskeyProof([property: Required, StringLength(128)] string Ceremony, [property: Required] JsonElement? Credential);
