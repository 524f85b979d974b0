using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using SocialSelling.Identity.Options;

namespace SocialSelling.Identity.Features.Profile;

/// <summary>
/// Makes a square JPEG without metadata of any picture, in a process of its own: a hostile file must not take the service down, nor find
/// anything of it. That process has little memory, little time, no secrets in its environment, and is the first to go when memory runs out.
/// </summary>
internal sealed partial class PictureCropper(IOptions<AvatarOptions> options, ILogger<PictureCropper> logger) : IDisposable
{
    private const string Script =
        "echo 1000 >/proc/self/oom_score_adj; ulimit -v \"$1\" && ulimit -t \"$2\" && ulimit -c 0 && exec vipsthumbnail \"$3\" --size 512x512 "
        + "--smartcrop centre --eprofile srgb -o \"$4[Q=85,strip,background=255]\" >/dev/null 2>&1";

    private readonly SemaphoreSlim slots = new(options.Value.Concurrency);

    /// <summary>False when the file is no picture that can be read with the means allowed.</summary>
    public async Task<bool> TryCropAsync(string source, string target, CancellationToken ct)
    {
        await slots.WaitAsync(ct);
        try
        {
            return await RunAsync(source, target, ct);
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose() => slots.Dispose();

    private async Task<bool> RunAsync(string source, string target, CancellationToken ct)
    {
        using var process = Start(source, target);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Value.Timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && File.Exists(target);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogTimeout();
            return false;
        }
        finally
        {
            End(process);
        }
    }

    private Process Start(string source, string target)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        var kilobytes = (options.Value.MemoryLimit * 1024).ToString(CultureInfo.InvariantCulture);
        var seconds = ((int)Math.Ceiling(options.Value.Timeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        foreach (var argument in (string[])["-c", Script, "sh", kilobytes, seconds, source, target])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        return Process.Start(start) ?? throw new Win32Exception("/bin/sh did not start.");
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture took too long to crop.")]
    private partial void LogTimeout();
}
