using System.ComponentModel.DataAnnotations;

namespace SocialSelling.Instagram.Options;

/// <summary>Section <c>Publishing</c>: posts out.</summary>
internal sealed class PublishingOptions
{
    /// <summary>Publications at a time.</summary>
    [Range(1, 32)]
    public int Concurrency { get; set; } = 4;

    /// <summary>How often the table is looked at when nobody called.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one instance may work on a publication before another takes it over. Must exceed a few times <c>Meta:Timeout</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The first pause before a container is asked whether it is ready; grows by half each time, up to a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan ContainerPoll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A container that is not ready by then is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "23:00:00")]
    public TimeSpan ContainerDeadline { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause before a publish call of unknown outcome is looked into, and between the looks.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan OutcomePoll { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a container must be seen unpublished before its publish call is repeated.</summary>
    [Range(1, 20)]
    public int OutcomeLooks { get; set; } = 3;

    /// <summary>Failed steps in all. With the growing pauses eight of them take about forty minutes.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>The first pause after a failure that passes; doubles with each attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:30:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After this a publication is given up, with the reason.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "2.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(2);
}
