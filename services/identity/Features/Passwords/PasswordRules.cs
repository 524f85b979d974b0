namespace SocialSelling.Identity.Features.Passwords;

internal static class PasswordRules
{
    private const int MinLength = 8;
    private const int MaxLength = 128;

    /// <summary>What is wrong with the password, or null.</summary>
    public static string? Complaint(string password) => password switch
    {
        { Length: < MinLength or > MaxLength } => $"The password must have {MinLength} to {MaxLength} characters.",
        _ when password.Any(char.IsControl) => "The password must not contain control characters.",
        _ when !password.Any(char.IsUpper) => "The password must contain an upper-case letter.",
        _ when !password.Any(char.IsLower) => "The password must contain a lower-case letter.",
        _ when !password.Any(char.IsAsciiDigit) => "The password must contain a digit.",
        _ when CommonPasswords.Contain(password) => "The password must not be one of the most common ones, with a few signs around it or without.",
        _ => null,
    };
}
