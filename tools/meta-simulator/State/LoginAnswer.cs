namespace SocialSelling.MetaSimulator.State;

/// <summary>How the next visit of the login page is answered without a person.</summary>
internal sealed record LoginAnswer(bool Accept, string? Username, IReadOnlyList<string>? Scopes);
