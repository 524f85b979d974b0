namespace SocialSelling.ServiceDefaults.Privacy;

internal enum PrivacyJobKind
{
    ExportWorkspace,
    ExportUser,
    EraseWorkspace,
    EraseUser,
}
