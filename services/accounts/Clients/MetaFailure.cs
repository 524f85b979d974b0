namespace SocialSelling.Accounts.Clients;

/// <summary>Why a call to Meta gave nothing. Meta's own wording is left out: it may repeat what was sent.</summary>
internal sealed record MetaFailure(MetaFailureKind Kind, int Code = 0, int Subcode = 0, string? TraceId = null)
{
    public static readonly MetaFailure Unavailable = new(MetaFailureKind.Unavailable);

    public static readonly MetaFailure Unreadable = new(MetaFailureKind.Unreadable);
}
