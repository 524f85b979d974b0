namespace SocialSelling.ServiceDefaults.Resilience;

/// <summary>Marks requests that may be repeated.</summary>
public static class RetryRequestExtensions
{
    private static readonly HttpRequestOptionsKey<bool> Key = new("SocialSelling.AllowRetry");

    /// <summary>Says that sending this request twice does no harm, though its method is not safe by itself.</summary>
    public static HttpRequestMessage AllowRetry(this HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(Key, true);
        return request;
    }

    internal static bool MayRetry(this HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Put
        || request.Method == HttpMethod.Delete || (request.Options.TryGetValue(Key, out var allowed) && allowed);
}
