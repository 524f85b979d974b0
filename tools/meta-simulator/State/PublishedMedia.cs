namespace SocialSelling.MetaSimulator.State;

internal sealed record PublishedMedia(
    string Id, Account Account, string Shortcode, string Caption, string AltText, StoredImage Image, DateTimeOffset PublishedAt)
{
    public string Permalink => $"https://www.instagram.com/p/{Shortcode}/";
}
