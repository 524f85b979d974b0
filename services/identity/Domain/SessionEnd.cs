namespace SocialSelling.Identity.Domain;

/// <summary>Why a session ended.</summary>
internal enum SessionEnd
{
    Logout,
    RefreshTokenReused,
    EndedByUser,
    PasswordChanged,
    AccountDeleted,
    EndedByAdmin,
    RevokedByClient,
}
