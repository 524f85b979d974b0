namespace SocialSelling.Testing;

/// <summary>A message as it came from the broker.</summary>
public sealed record CapturedMessage(object Body, Guid? MessageId, IReadOnlyDictionary<string, object> Headers);
