using System.Diagnostics.CodeAnalysis;

namespace SocialSelling.Accounts.Clients;

/// <summary>What a call to Meta gave: a value, or the reason why there is none.</summary>
internal sealed record MetaReply<T>(T? Value, MetaFailure? Failure)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Value is not null;

    public static implicit operator MetaReply<T>(T value) => new(value, null);

    public static implicit operator MetaReply<T>(MetaFailure failure) => new(null, failure);
}
