using SocialSelling.MetaSimulator.Graph;

namespace SocialSelling.MetaSimulator.Publishing;

internal static class PublishErrors
{
    public static GraphError DownloadTimeout() => new(-2, 2207003, "It takes too long to download the media.") { Transient = true };

    public static GraphError NotFetchable() => new(9004, 2207052, "The media could not be fetched from this URI.")
    {
        UserMessage = "The media could not be fetched from this address: it must be public and lead to the picture itself.",
    };

    public static GraphError TooLarge() => new(36000, 2207004, "The image is too large to download. It should be less than 8 MiB.");

    public static GraphError NotJpeg() => new(36001, 2207005, "The image format is not supported. JPEG is the only one.");

    public static GraphError Ratio(double ratio) => new(36003, 2207009,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The submitted image with aspect ratio {ratio:0.00} cannot be published: 4:5 to 1.91:1."));

    public static GraphError Caption() => new(36004, 2207010, "The caption was too long: 2,200 characters, 30 hashtags and 20 mentions at most.");

    public static GraphError MediaType() => new(100, 2207023, "(#100) The media type is unknown.");

    public static GraphError Quota() => new(9, 2207042, "You have reached the maximum number of posts that can be published by Content Publishing API.");

    public static GraphError UnknownContainer() => new(24, 2207008, "The media builder with this creation id does not exist or has expired.");

    public static GraphError NotReady() => new(9007, 2207027, "The media is not ready for publishing, please wait a moment.");

    public static GraphError MediaNotFound() => new(24, 2207006, "The media could not be found.");

    public static GraphError DownloadExpired() => new(-2, 2207020, "The media you are trying to access has expired. Please try to upload again.");
}
