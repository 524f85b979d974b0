using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Section <c>ObjectStore</c>.</summary>
public sealed class ObjectStoreOptions : IValidatableObject
{
    /// <summary><c>FileSystem</c> or <c>S3</c>.</summary>
    [RegularExpression("^(FileSystem|S3)$")]
    public string Provider { get; set; } = "FileSystem";

    /// <summary>Folder of the file-system store.</summary>
    public string Root { get; set; } = string.Empty;

    /// <summary>Key of the file-system store's signatures: 32 bytes as base64.</summary>
    public string SigningKey { get; set; } = string.Empty;

    /// <summary>Address under which the outside reaches <c>/objects</c>.</summary>
    public string PublicBaseUrl { get; set; } = string.Empty;

    /// <summary>Settings of the S3 store.</summary>
    public S3Options S3 { get; set; } = new();

    internal bool IsS3 => Provider == "S3";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsS3) return S3.Validate();
        return ValidateFileSystem();
    }

    internal byte[] SigningKeyBytes() => Convert.FromBase64String(SigningKey);

    private IEnumerable<ValidationResult> ValidateFileSystem()
    {
        if (Root.Length == 0) yield return new ValidationResult("ObjectStore:Root is missing.");
        if (!Uri.TryCreate(PublicBaseUrl, UriKind.Absolute, out _)) yield return new ValidationResult("ObjectStore:PublicBaseUrl is no address.");
        var buffer = new byte[64];
        if (!Convert.TryFromBase64String(SigningKey, buffer, out var length) || length != 32)
            yield return new ValidationResult("ObjectStore:SigningKey must be 32 bytes as base64 (openssl rand -base64 32).");
    }
}

[OptionsValidator]
internal sealed partial class ObjectStoreOptionsValidator : IValidateOptions<ObjectStoreOptions>;
