using System.ComponentModel.DataAnnotations;
using System.Text;

namespace SocialSelling.Messaging.Features.Conversations;

/// <summary>The longest text, counted as the platform counts: in bytes of UTF-8.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxUtf8BytesAttribute(int bytes) : ValidationAttribute($"{{0}} must be at most {bytes} bytes of UTF-8.")
{
    /// <summary>The limit.</summary>
    public int Bytes { get; } = bytes;

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string text || Encoding.UTF8.GetByteCount(text) <= Bytes;
}
