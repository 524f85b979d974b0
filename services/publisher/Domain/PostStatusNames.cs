namespace SocialSelling.Publisher.Domain;

/// <summary>The names of the states in the API; the database spells them alike.</summary>
internal static class PostStatusNames
{
    public static string Of(PostStatus status) => status switch
    {
        PostStatus.Scheduled => "scheduled",
        PostStatus.Publishing => "publishing",
        PostStatus.Published => "published",
        PostStatus.Failed => "failed",
        PostStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static bool TryParse(string name, out PostStatus status)
    {
        foreach (var candidate in Enum.GetValues<PostStatus>())
        {
            if (Of(candidate) != name)
                continue;
            status = candidate;
            return true;
        }

        status = default;
        return false;
    }
}
