using SocialSelling.Gateway.Options;

namespace SocialSelling.Gateway.Limits;

/// <summary>One attempt at a route where secrets can be guessed or mails be caused.</summary>
/// <param name="Limit">How many are allowed.</param>
/// <param name="Address">The bucket of the address it comes from.</param>
/// <param name="Account">The bucket of the account it is about, where that is known.</param>
/// <param name="Known">
/// The mark of an address from which this account was logged in to before: there the account's bucket does not count, so that a stranger who
/// keeps it empty cannot keep the owner out.
/// </param>
internal sealed record Attempt(RateLimit Limit, string Address, string? Account, string? Known);
