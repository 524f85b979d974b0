namespace SocialSelling.Identity.Features.Auth;

/// <summary>The next tokens, or why there are none.</summary>
internal readonly record struct RotationOutcome(AuthResponse? Answer, bool Expired, bool Disabled = false)
{
    public static RotationOutcome Invalid => default;

    public static RotationOutcome TooOld => new(null, true);

    public static RotationOutcome ShutOut => new(null, false, true);

    public static RotationOutcome Of(AuthResponse answer) => new(answer, false);
}
