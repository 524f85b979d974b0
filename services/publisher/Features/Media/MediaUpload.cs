using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Publisher.Features.Media;

/// <summary>A multipart upload, read part by part into a spool file, so that its size never costs memory.</summary>
internal sealed class MediaUpload : IAsyncDisposable
{
    private const int FormOverhead = 64 * 1024;
    private const int Tolerated = 4;
    private const int MaxAltText = 1000;

    private readonly UploadSpool _spool = new();

    private MediaUpload() { }

    /// <summary>Why the upload is refused, or null.</summary>
    public ProblemHttpResult? Problem { get; private set; }

    public string? AltText { get; private set; }

    public Stream Content => _spool.Content;

    public string Sha256 => _spool.Sha256;

    public static async Task<MediaUpload> ReadAsync(HttpRequest request, long maxBytes, CancellationToken ct)
    {
        var upload = new MediaUpload();
        // Other endpoints take far smaller bodies; and what is too large is let in some way, so that its sender hears the answer before the door shuts.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes * Tolerated;
        if (BoundaryOf(request) is not { } boundary)
            upload.Problem = Problems.Create(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType, "The body must be multipart/form-data");
        else if (request.ContentLength > maxBytes + FormOverhead)
            upload.Problem = TooLarge(maxBytes);
        else
            upload.Problem = await upload.ReadPartsAsync(new MultipartReader(boundary, request.Body), maxBytes, ct);
        return upload;
    }

    public ValueTask DisposeAsync() => _spool.DisposeAsync();

    private async Task<ProblemHttpResult?> ReadPartsAsync(MultipartReader reader, long maxBytes, CancellationToken ct)
    {
        try
        {
            while (await reader.ReadNextSectionAsync(ct) is { } part)
            {
                var name = part.GetContentDispositionHeader()?.Name.Value?.Trim('"');
                if (name == "file" && !await _spool.TryReadAsync(part.Body, maxBytes, ct)) return TooLarge(maxBytes);
                if (name == "altText" && await ReadTextAsync(part.Body, ct) is { } problem) return problem;
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(maxBytes);
        }
        catch (Exception exception) when (exception is InvalidDataException || (exception is IOException && !ct.IsCancellationRequested))
        {
            return Missing("The form is incomplete.");
        }

        return _spool.Content.Length == 0 ? Missing("A picture is required.") : null;
    }

    private async Task<ProblemHttpResult?> ReadTextAsync(Stream body, CancellationToken ct)
    {
        var buffer = new byte[(MaxAltText * 4) + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        var text = Encoding.UTF8.GetString(buffer, 0, length).Trim();
        if (text.Length > MaxAltText || text.Contains('\0', StringComparison.Ordinal))
            return Problems.BadRequest(ErrorCodes.Validation, "The form is not valid", new FieldError("altText", $"At most {MaxAltText} characters, none of them NUL."));
        AltText = text.Length == 0 ? null : text;
        return null;
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.Value
            : null;

    private static ProblemHttpResult TooLarge(long maxBytes) =>
        Problems.BadRequest("MEDIA_002", "The file is too large", new FieldError("file", $"At most {maxBytes} bytes."));

    private static ProblemHttpResult Missing(string message) =>
        Problems.BadRequest(ErrorCodes.Validation, "The form is not valid", new FieldError("file", message));
}
