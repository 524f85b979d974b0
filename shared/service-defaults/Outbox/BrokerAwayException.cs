namespace SocialSelling.ServiceDefaults.Outbox;

/// <summary>Nothing could be published: the rows go back as they were, by rollback.</summary>
internal sealed class BrokerAwayException(Exception cause) : Exception("The broker is away.", cause);
