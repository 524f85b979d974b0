namespace SocialSelling.Instagram.Domain;

/// <summary>Meta's numbers for why it said no.</summary>
internal readonly record struct Refusal(int Status, int Code, int Subcode, bool IsTransient);
