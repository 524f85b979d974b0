using System.ComponentModel.DataAnnotations;
using SocialSelling.ServiceDefaults.Hosting;

namespace SocialSelling.ServiceDefaults.Storage;

/// <summary>Section <c>ObjectStore:S3</c>: MinIO, Swift, AWS or any other S3.</summary>
public sealed class S3Options
{
    /// <summary>Address of the server as seen inside.</summary>
    public string ServiceUrl { get; set; } = string.Empty;

    /// <summary>Address for signed links as the outside sees it; empty when it is the same.</summary>
    public string PublicServiceUrl { get; set; } = string.Empty;

    /// <summary>Access key.</summary>
    public string AccessKey { get; set; } = string.Empty;

    /// <summary>Secret key.</summary>
    public string SecretKey { get; set; } = string.Empty;

    /// <summary>Bucket; it must exist.</summary>
    public string Bucket { get; set; } = string.Empty;

    /// <summary>Region of the signature.</summary>
    public string Region { get; set; } = "us-east-1";

    internal IEnumerable<ValidationResult> Validate()
    {
        if (!Uri.TryCreate(ServiceUrl, UriKind.Absolute, out _)) yield return new ValidationResult("ObjectStore:S3:ServiceUrl is no address.");
        if (!SecretAttribute.IsReal(AccessKey)) yield return new ValidationResult("ObjectStore:S3:AccessKey is missing or a placeholder.");
        if (!SecretAttribute.IsReal(SecretKey)) yield return new ValidationResult("ObjectStore:S3:SecretKey is missing or a placeholder.");
        if (Bucket.Length == 0) yield return new ValidationResult("ObjectStore:S3:Bucket is missing.");
    }
}
