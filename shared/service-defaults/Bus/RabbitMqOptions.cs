using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Bus;

/// <summary>Section <c>RabbitMq</c>.</summary>
/// <remarks>Queues are durable and of the virtual host's default type: classic on one node; a cluster sets that default to quorum.</remarks>
public sealed class RabbitMqOptions
{
    /// <summary>amqp://user:password@host:port/vhost (amqps for TLS).</summary>
    [Required]
    [RegularExpression("(?i)^amqps?://(?![^@/]*:change-me).+$", ErrorMessage = "RabbitMq:Uri is no amqp address, or still carries the placeholder password.")]
    public string Uri { get; set; } = string.Empty;

    /// <summary>Messages a queue hands out ahead of their acknowledgement. Default 32; batch consumers raise theirs by their batch size.</summary>
    [Range(1, 5000)]
    public int Prefetch { get; set; } = 32;

    /// <summary>Messages of one queue worked on at once. Default 8: each holds a database connection.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; set; } = 8;
}

[OptionsValidator]
internal sealed partial class RabbitMqOptionsValidator : IValidateOptions<RabbitMqOptions>;
