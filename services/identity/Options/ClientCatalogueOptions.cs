using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Features.Connect;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Identity</c>: the OAuth clients of the suite and the life of their tokens.</summary>
internal sealed class ClientCatalogueOptions : IValidatableObject
{
    public const string Section = "Identity";

    private const int HashLength = 64;

    public Dictionary<string, ClientOptions> Clients { get; } = new(StringComparer.Ordinal);

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ClientTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (id, client) in Clients)
        {
            if (!IsHash(client.SecretHash))
            {
                yield return new($"Identity:Clients:{id}:SecretHash must be the SHA-256 of the client's secret in hex.");
            }

            if (client.NextSecretHash is { Length: > 0 } next && !IsHash(next))
            {
                yield return new($"Identity:Clients:{id}:NextSecretHash must be the SHA-256 of the client's second secret in hex, or empty.");
            }

            foreach (var grant in GrantTypes.Split(client.Grants).Except(GrantTypes.All))
            {
                yield return new($"Identity:Clients:{id}:Grants: '{grant}' is none of {string.Join(", ", GrantTypes.All)}.");
            }
        }
    }

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigit);
}

[OptionsValidator]
internal sealed partial class ClientCatalogueOptionsValidator : IValidateOptions<ClientCatalogueOptions>;
