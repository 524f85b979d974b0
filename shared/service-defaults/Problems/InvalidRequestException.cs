using Microsoft.AspNetCore.Http;

namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>A parameter that cannot be bound. Answers 400 <c>VALIDATION_001</c> naming it; binding has no other way to say so.</summary>
public sealed class InvalidRequestException : BadHttpRequestException
{
    /// <summary>Names the parameter at fault.</summary>
    public InvalidRequestException(string field, string message)
        : base($"{field} {message}")
    {
        Error = new FieldError(field, message);
    }

    /// <summary>What is wrong.</summary>
    public FieldError Error { get; }
}
