using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SocialSelling.ServiceDefaults.Data;

/// <summary>Section <c>Database</c>, and the connection string <c>ConnectionStrings:Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Npgsql's form, with the service's own role; taken from <c>ConnectionStrings:Database</c>.</summary>
    [Required(ErrorMessage = "ConnectionStrings:Database is missing.")]
    [RegularExpression("(?is)^(?!.*password=change-me).*$", ErrorMessage = "ConnectionStrings:Database still carries the placeholder password.")]
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>Connections of one process at most. Default 20: six services share one server.</summary>
    [Range(2, 100)]
    public int MaxPoolSize { get; set; } = 20;

    /// <summary>How long one statement may run, in seconds. Default 15.</summary>
    [Range(1, 300)]
    public int CommandTimeout { get; set; } = 15;

    /// <summary>How long a new connection, or a place in the pool, may take, in seconds. Default 5.</summary>
    [Range(1, 60)]
    public int ConnectTimeout { get; set; } = 5;

    /// <summary>Days for which consumed messages are remembered. Default 7.</summary>
    [Range(1, 365)]
    public int InboxDays { get; set; } = 7;

    /// <summary>Hours for which answers are kept for a repeated <c>Idempotency-Key</c>. Default 24.</summary>
    [Range(1, 720)]
    public int IdempotencyHours { get; set; } = 24;
}

[OptionsValidator]
internal sealed partial class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>;
