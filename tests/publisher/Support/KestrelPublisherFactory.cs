using SocialSelling.Testing;

namespace SocialSelling.Publisher.Tests.Support;

/// <summary>The publisher on a real socket, with the limits that only the real server has.</summary>
public sealed class KestrelPublisherFactory : ServiceFactory<Program>
{
    public KestrelPublisherFactory() => UseKestrel(0);
}
