namespace SocialSelling.ServiceDefaults.Access;

/// <summary>Identity's signing keys are neither known nor to be had.</summary>
internal sealed class AuthorityUnavailableException(Exception inner) : Exception("Identity's signing keys cannot be fetched.", inner);
