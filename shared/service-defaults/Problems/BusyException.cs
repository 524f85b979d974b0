namespace SocialSelling.ServiceDefaults.Problems;

/// <summary>There is more to do than can be done soon. Answers 503 <c>GATEWAY_002</c> with <c>Retry-After</c>.</summary>
public sealed class BusyException(string message) : Exception(message);
