using QRCoder;

namespace SocialSelling.Identity.Features.Mfa;

/// <summary>Draws what an authenticator app scans.</summary>
internal static class QrCodes
{
    private const int PixelsPerModule = 6;

    /// <summary>An SVG document, and a PNG as data URI.</summary>
    public static (string Svg, string Png) Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        using var png = new PngByteQRCode(data);
        return (
            svg.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute),
            $"data:image/png;base64,{Convert.ToBase64String(png.GetGraphic(PixelsPerModule))}");
    }
}
