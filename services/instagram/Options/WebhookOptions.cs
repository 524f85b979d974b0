using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Instagram.Options;

/// <summary>Section <c>Webhooks</c>: receipt and processing.</summary>
internal sealed class WebhookOptions
{
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long a webhook waits for its commit before it is answered 503. Meta gives up after five seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:04")]
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Writers: each takes all that waits and commits it at once.</summary>
    [Range(1, 8)]
    public int Writers { get; set; } = 2;

    /// <summary>Bodies a writer commits at once.</summary>
    [Range(1, 5000)]
    public int WriteBatch { get; set; } = 512;

    /// <summary>Bytes that may wait for a commit; beyond it webhooks are answered 503 and Meta repeats them.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxWaitingBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Deliveries processed in one transaction.</summary>
    [Range(1, 2000)]
    public int ProcessBatch { get; set; } = 256;

    /// <summary>Bytes processed in one transaction.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int ProcessBatchBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>So many webhooks waiting for their commit mean a storm: taking them comes before processing them.</summary>
    [Range(1, 100_000)]
    public int StormBacklog { get; set; } = 16;

    /// <summary>The pause between two batches during a storm.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan StormPause { get; set; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How often the ledger is looked at when nobody called.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often deliveries of unknown accounts are looked at again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan UnknownAccountInterval { get; set; } = TimeSpan.FromSeconds(30);
}
