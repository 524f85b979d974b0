namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Field">The field's JSON path or the parameter's name.</param>
/// <param name="Message">What is wrong, in a sentence for the caller.</param>
public sealed record FieldError(string Field, string Message);
