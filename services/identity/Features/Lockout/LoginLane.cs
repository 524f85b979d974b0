using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SocialSelling.Identity.Features.Lockout;

/// <summary>What a guess counts for. Addresses are hashed: Redis need not know who has an account.</summary>
/// <param name="Key">The account's lane.</param>
/// <param name="AddressKey">The network address over all accounts; not for those that are known.</param>
/// <param name="IsKnown">Whether it is a lane of the owner's.</param>
internal sealed record LoginLane(string Key, string? AddressKey, bool IsKnown)
{
    private const int NetworkBytes = 8;

    public static LoginLane OfDevice(string emailKey, Guid device) => new($"{Account(emailKey)}:device:{device:N}", null, true);

    public static LoginLane OfKnownAddress(string emailKey, string address) => new($"{Account(emailKey)}:address:{Hash(address)}", null, true);

    /// <summary>Somebody who is logged in and says the password once more.</summary>
    public static LoginLane OfSession(string emailKey, Guid session) => new($"{Account(emailKey)}:session:{session:N}", null, true);

    public static LoginLane OfStranger(string emailKey, IPAddress? address) =>
        new(Strangers(emailKey), address is null ? null : $"login:network:{Hash(NetworkOf(address))}", false);

    public static string Strangers(string emailKey) => $"{Account(emailKey)}:strangers";

    private static string Account(string emailKey) => $"login:{Hash(emailKey)}";

    // Who has one IPv6 address has all of its /64.
    private static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, NetworkBytes)) : plain.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
