namespace SocialSelling.ServiceDefaults.Sealing;

/// <summary>A secret as it is stored.</summary>
/// <param name="KeyId">Which master key sealed it.</param>
/// <param name="Bytes">Nonce, ciphertext and tag, one after the other.</param>
public sealed record SealedSecret(string KeyId, byte[] Bytes);
