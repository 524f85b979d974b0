namespace SocialSelling.MetaSimulator.Webhooks;

internal enum SignatureMode
{
    Valid,
    Invalid,
    None,
}
