namespace SocialSelling.Instagram.Clients;

/// <summary>Makes the bus deliver the request again later: Meta does not answer or allows no more calls now.</summary>
internal sealed class InsightsUnavailableException() : HttpRequestException("Instagram's insights are not available at the moment.");
