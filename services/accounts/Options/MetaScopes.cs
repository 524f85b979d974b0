namespace SocialSelling.Accounts.Options;

/// <summary>Names of the permissions of Instagram Login.</summary>
internal static class MetaScopes
{
    public const string Basic = "instagram_business_basic";
    public const string Messages = "instagram_business_manage_messages";
    public const string Comments = "instagram_business_manage_comments";
    public const string Publish = "instagram_business_content_publish";
    public const string Insights = "instagram_business_manage_insights";
}
