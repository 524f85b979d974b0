namespace SocialSelling.Identity.Features.Profile;

internal static class ProfileErrors
{
    public const string UsernameTaken = "USER_003";
    public const string LastOwner = "USER_004";
    public const string PictureNotStored = "MEDIA_001";
    public const string PictureTooLarge = "MEDIA_002";
    public const string PictureUnreadable = "MEDIA_003";
}
