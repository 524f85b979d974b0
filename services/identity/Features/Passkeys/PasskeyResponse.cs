using System.Linq.Expressions;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Passkeys;

/// <summary>One passkey.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As the user calls it.</param>
/// <param name="Synced">Whether the user's devices share it, so that a lost device does not lose it.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="LastUsedAt">Its last login or step-up, UTC.</param>
public sealed record PasskeyResponse(Guid Id, string Name, bool Synced, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    internal static readonly Expression<Func<Passkey, PasskeyResponse>> Projection = passkey =>
        new PasskeyResponse(passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt, passkey.LastUsedAt);

    internal static PasskeyResponse From(Passkey passkey) =>
        new(passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt, passkey.LastUsedAt);
}
