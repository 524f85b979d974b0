using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>An error answer: RFC 9457 problem details with the members of the suite's API.</summary>
public sealed record ProblemBody
{
    /// <summary>A URN of the code.</summary>
    public required string Type { get; init; }

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What went wrong this time.</summary>
    public required string Detail { get; init; }

    /// <summary>The request's path.</summary>
    public required string Instance { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int StatusCode { get; init; }

    /// <summary>What went wrong this time.</summary>
    public required string Message { get; init; }

    /// <summary>The error code to branch on, such as <c>AUTH_004</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The fields at fault.</summary>
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The request's path.</summary>
    public required string Path { get; init; }

    /// <summary>The id to quote when asking for help; also in <c>X-Request-ID</c>.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>What belongs to this code only, such as <c>mfaToken</c> and <c>methods</c> of <c>MFA_001</c>.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemJsonContext : JsonSerializerContext;
