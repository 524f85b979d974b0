namespace SocialSelling.Identity.Features.Deletion;

/// <summary>An account on its way out.</summary>
/// <param name="ErasedAfter">When everything is erased, UTC; until then the link in the mail, or <c>/auth/restore</c>, takes the deletion back.</param>
public sealed record DeletionResponse(DateTimeOffset ErasedAfter);
