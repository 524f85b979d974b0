namespace SocialSelling.Instagram.Clients;

/// <summary>What is needed to call Meta for an account.</summary>
internal sealed record AccountToken(string AccessToken, string PlatformAccountId)
{
    /// <summary>Keeps the token out of anything that prints this record.</summary>
    public override string ToString() => $"AccountToken {{ {PlatformAccountId} }}";
}
