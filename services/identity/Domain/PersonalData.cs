namespace SocialSelling.Identity.Domain;

/// <summary>What a user may change of themselves without being asked for more.</summary>
internal sealed record PersonalData(
    string Name, string? Username, string? FirstName, string? LastName, string? Bio, string? Phone, string Language, string Timezone);
