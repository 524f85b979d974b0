using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Sealing;

/// <summary>Runs when the sealer is first asked for: only services that seal need keys.</summary>
internal sealed class SealingOptionsValidator : IValidateOptions<SealingOptions>
{
    private const int KeySize = 32;

    public ValidateOptionsResult Validate(string? name, SealingOptions options)
    {
        var broken = options.Keys.Where(key => !IsKey(key.Value)).Select(key => $"Sealing:Keys:{key.Key} must be {KeySize} bytes in base64.").ToList();
        if (!options.Keys.ContainsKey(options.ActiveKey))
        {
            broken.Add("Sealing:ActiveKey must name one of Sealing:Keys.");
        }

        return broken.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken);
    }

    private static bool IsKey(string text)
    {
        Span<byte> bytes = stackalloc byte[KeySize + 1];
        return Convert.TryFromBase64String(text, bytes, out var size) && size == KeySize;
    }
}
