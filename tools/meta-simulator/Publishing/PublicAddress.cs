using Microsoft.Extensions.Options;
using SocialSelling.MetaSimulator.Options;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Publishing;

/// <summary>Addresses under `/cdn`, as whoever asks reaches them.</summary>
internal sealed class PublicAddress(IOptions<SimulatorOptions> options)
{
    public string OfMedia(PublishedMedia media, HttpRequest request) => $"{Base(request)}/cdn/{media.Id}.jpg";

    public string OfProfile(string username, HttpRequest request) => $"{Base(request)}/cdn/profile/{username}.svg";

    private string Base(HttpRequest request) => options.Value.PublicBaseUrl is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : $"{request.Scheme}://{request.Host}";
}
