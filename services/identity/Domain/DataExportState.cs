namespace SocialSelling.Identity.Domain;

internal enum DataExportState
{
    Preparing,
    Ready,
    Failed,
    Expired,
}
