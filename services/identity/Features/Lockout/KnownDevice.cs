using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;
using SocialSelling.ServiceDefaults.Sealing;

namespace SocialSelling.Identity.Features.Lockout;

/// <summary>
/// Remembers in a browser's cookie that an account's owner has logged in there: a random id, sealed together with the account it is for. It
/// opens nothing; it only gives guesses from that browser a lane of their own.
/// </summary>
internal sealed class KnownDevice(SecretSealer sealer, IHttpContextAccessor http, IOptions<LoginLockOptions> options)
{
    private const string Context = "login:device";
    private const int IdLength = 16;

    /// <summary>The browser's id for this account, when the cookie is there and genuine.</summary>
    public Guid? Read(string emailKey)
    {
        if (http.HttpContext?.Request.Cookies[Name(emailKey)]?.Split('.') is not [{ Length: > 0 } key, var text] || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            var plain = sealer.Open(new SealedSecret(key, Base64Url.DecodeFromChars(text)), Context);
            return CryptographicOperations.FixedTimeEquals(plain.AsSpan(IdLength), Hash(emailKey)) ? new Guid(plain.AsSpan(0, IdLength)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Call it when the owner is in.</summary>
    public void Remember(string emailKey)
    {
        var id = Read(emailKey) ?? Guid.CreateVersion7();
        var secret = sealer.Seal([.. id.ToByteArray(), .. Hash(emailKey)], Context);
        http.HttpContext?.Response.Cookies.Append(Name(emailKey), $"{secret.KeyId}.{Base64Url.EncodeToString(secret.Bytes)}", new CookieOptions
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Strict,
            Path = "/api",
            MaxAge = options.Value.DeviceMemory,
        });
    }

    // A browser that several people use has one for each.
    private static string Name(string emailKey) => $"known-{Convert.ToHexStringLower(Hash(emailKey).AsSpan(0, 8))}";

    private static byte[] Hash(string emailKey) => SHA256.HashData(Encoding.UTF8.GetBytes($"device\n{emailKey}"));
}
