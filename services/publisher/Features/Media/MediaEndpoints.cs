namespace SocialSelling.Publisher.Features.Media;

internal static class MediaEndpoints
{
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/media").RequireAuthorization().WithTags("Media");
        UploadMedia.Map(group);
        ListMedia.Map(group);
        GetMedia.Map(group);
    }
}
