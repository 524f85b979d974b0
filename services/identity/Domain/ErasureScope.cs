namespace SocialSelling.Identity.Domain;

internal enum ErasureScope
{
    User,
    Workspace,
}
