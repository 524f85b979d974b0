using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>Really fetches a picture and refuses what Instagram refuses.</summary>
internal sealed class MediaFetcher(HttpClient http, IOptions<SimulatorOptions> options)
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const double Narrowest = 4.0 / 5;
    private const double Widest = 1.91;

    /// <summary>Ratios are compared with the rounding a crop to whole pixels needs.</summary>
    private const double Tolerance = 0.005;

    public async Task<(StoredImage? Image, GraphError? Error)> FetchAsync(string address, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || address.Any(character => character > 127))
        {
            return (null, PublishErrors.NotFetchable());
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.MediaTimeoutSeconds));
        try
        {
            return await ReadAsync(uri, patience.Token);
        }
        catch (HttpRequestException)
        {
            return (null, PublishErrors.NotFetchable());
        }
        catch (IOException)
        {
            return (null, PublishErrors.NotFetchable());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, PublishErrors.DownloadTimeout());
        }
    }

    private async Task<(StoredImage? Image, GraphError? Error)> ReadAsync(Uri uri, CancellationToken ct)
    {
        using var response = await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!response.IsSuccessStatusCode)
        {
            return (null, PublishErrors.NotFetchable());
        }

        using var kept = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read > MostBytes)
            {
                return (null, PublishErrors.TooLarge());
            }

            kept.Write(buffer, 0, read);
        }

        return Inspect(kept.ToArray());
    }

    private static (StoredImage? Image, GraphError? Error) Inspect(byte[] bytes)
    {
        if (JpegHeader.Read(bytes) is not var (width, height))
        {
            return (null, PublishErrors.NotJpeg());
        }

        var ratio = (double)width / height;
        return ratio is >= Narrowest - Tolerance and <= Widest + Tolerance
            ? (new StoredImage(bytes, width, height), null)
            : (null, PublishErrors.Ratio(ratio));
    }
}
