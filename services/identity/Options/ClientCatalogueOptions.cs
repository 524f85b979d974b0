using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.Identity.Options;

/// <summary>Section <c>Identity</c>: the OAuth clients of the suite and the life of their tokens.</summary>
internal sealed class ClientCatalogueOptions : IValidatableObject
{
    public const string Section = "Identity";

    private const int HashLength = 64;

    public Dictionary<string, ClientOptions> Clients { get; } = new(StringComparer.Ordinal);

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ClientTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from client in Clients
        where client.Value.SecretHash.Length != HashLength || !client.Value.SecretHash.All(char.IsAsciiHexDigit)
        select new ValidationResult($"Identity:Clients:{client.Key}:SecretHash must be the SHA-256 of the client's secret in hex.");
}

[OptionsValidator]
internal sealed partial class ClientCatalogueOptionsValidator : IValidateOptions<ClientCatalogueOptions>;
