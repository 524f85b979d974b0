namespace SocialSelling.ServiceDefaults.Tests.Support.Shop;

/// <summary>Tests that share the virtual host run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrokerCollection
{
    public const string Name = "broker";
}
