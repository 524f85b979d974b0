namespace SocialSelling.Publisher.Domain;

/// <summary>What was found out about an uploaded image from its bytes alone.</summary>
internal sealed record StoredImage(string ContentType, long Bytes, string Sha256, int Width, int Height);
