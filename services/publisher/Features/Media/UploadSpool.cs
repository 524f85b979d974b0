using System.Buffers;
using System.Security.Cryptography;

namespace SocialSelling.Publisher.Features.Media;

/// <summary>Takes at most so many bytes into a file that vanishes when closed, and hashes them on the way.</summary>
internal sealed class UploadSpool : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _file = Open();

    public Stream Content => _file;

    public string Sha256 { get; private set; } = "";

    /// <summary>False when there are more than <paramref name="maxBytes"/>; reading stops there.</summary>
    public async Task<bool> TryReadAsync(Stream body, long maxBytes, CancellationToken ct)
    {
        _file.SetLength(0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                if (_file.Position + read > maxBytes) return false;
                hash.AppendData(buffer, 0, read);
                await _file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return true;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
