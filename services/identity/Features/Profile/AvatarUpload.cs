using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SocialSelling.ServiceDefaults.Problems;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>Takes the file out of an upload, into a folder that vanishes with it.</summary>
internal sealed class AvatarUpload : IDisposable
{
    private const int FormOverhead = 64 * 1024;

    // What is too large is let in some way, so that its sender hears the answer before the door shuts.
    private const int Tolerated = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("avatar-");

    private AvatarUpload()
    {
    }

    /// <summary>Why the upload is refused, or null.</summary>
    public ProblemHttpResult? Problem { get; private set; }

    public string Source => Path.Combine(folder.FullName, "source");

    public string Target => Path.Combine(folder.FullName, "target.jpg");

    public static async Task<AvatarUpload> ReadAsync(HttpRequest request, int maxBytes, CancellationToken ct)
    {
        var upload = new AvatarUpload();
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes * (long)Tolerated;
        }

        upload.Problem = request.ContentLength > maxBytes + FormOverhead ? TooLarge(maxBytes) : await upload.ReadFormAsync(request, maxBytes, ct);
        return upload;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<ProblemHttpResult?> ReadFormAsync(HttpRequest request, int maxBytes, CancellationToken ct)
    {
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = maxBytes + FormOverhead, ValueCountLimit = 16 }, ct);
            return await TakeAsync(form.Files["file"], maxBytes, ct);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(maxBytes);
        }
        catch (InvalidDataException)
        {
            return Invalid($"The form must be complete and its file have at most {maxBytes} bytes.");
        }
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            return Invalid("The form is incomplete.");
        }
    }

    private async Task<ProblemHttpResult?> TakeAsync(IFormFile? file, int maxBytes, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            return Invalid("A picture is required.");
        }

        if (file.Length > maxBytes)
        {
            return TooLarge(maxBytes);
        }

        await using var target = new FileStream(Source, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, useAsync: true);
        await file.CopyToAsync(target, ct);
        target.Position = 0;
        var head = new byte[PictureKind.HeaderLength];
        var length = await target.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return PictureKind.IsKnown(head.AsSpan(0, length)) ? null : Unreadable();
    }

    /// <summary>What its name or declared type says is not looked at.</summary>
    public static ProblemHttpResult Unreadable() => Problems.BadRequest(
        ProfileErrors.PictureUnreadable, "The file cannot be read as a picture.",
        new FieldError("file", "Send a whole JPEG, PNG or WebP picture of at most 24 megapixels."));

    private static ProblemHttpResult TooLarge(int maxBytes) =>
        Problems.BadRequest(ProfileErrors.PictureTooLarge, "The file is too large.", new FieldError("file", $"At most {maxBytes} bytes."));

    private static ProblemHttpResult Invalid(string message) =>
        Problems.BadRequest(ErrorCodes.Validation, "The form is not valid.", new FieldError("file", message));
}
