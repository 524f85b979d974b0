using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Instagram.Options;

/// <summary>Section <c>Sending</c>: messages out.</summary>
internal sealed class SendingOptions
{
    /// <summary>Calls at a time, over all accounts.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 16;

    /// <summary>How often the queue is looked at when nobody called.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A message that has been in the air for longer was left behind by a crash. Must exceed <c>Meta:Timeout</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the echo of a message with unknown outcome is waited for before the conversation is read.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan EchoWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before the conversation is read once more.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan LookupInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a conversation must be read without finding the message before it is sent again.</summary>
    [Range(1, 10)]
    public int Lookups { get; set; } = 2;

    /// <summary>Calls for one message in all, refusals that pass included.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 20;

    /// <summary>Calls for one message, when the outcome of the last one was unknown and the message was not found.</summary>
    [Range(1, 20)]
    public int MaxUnknownAttempts { get; set; } = 3;

    /// <summary>The first pause after a refusal that passes; doubles with each attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After this a message is given up, with the reason.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(1);
}
