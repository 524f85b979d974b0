namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>What a challenge is for: one given for the one is no good for the other.</summary>
internal enum PasskeyCeremonyKind
{
    Creation,
    Login,
}
