namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>A row that no broker could take.</summary>
internal sealed class FaultyRowException(string message, Exception? cause = null) : Exception(message, cause);
