using Microsoft.AspNetCore.Builder;
using SocialSelling.ServiceDefaults.Data;

namespace SocialSelling.ServiceDefaults.Idempotency;

/// <summary>Makes an endpoint honour <c>Idempotency-Key</c>.</summary>
public static class IdempotencyExtensions
{
    /// <summary>Key row, handler and stored answer share one transaction, so a repeat with the same body gets the first answer and changes nothing.</summary>
    /// <remarks>
    /// The handler must not begin a transaction of its own. Only successful answers are kept: after a failure nothing has happened and the key is free.
    /// Another request under the same key: 422 IDEMPOTENCY_001; the first still running: 409 IDEMPOTENCY_002; no usable key: 400 IDEMPOTENCY_003.
    /// </remarks>
    public static RouteHandlerBuilder WithIdempotency<TContext>(this RouteHandlerBuilder builder)
        where TContext : ServiceDbContext
    {
        // Outside the binding of parameters, because the raw body is compared.
        builder.Add(endpoint =>
        {
            var inner = endpoint.RequestDelegate ?? throw new InvalidOperationException("The endpoint has no handler.");
            endpoint.Metadata.Add(new IdempotencyMetadata());
            endpoint.RequestDelegate = new IdempotentHandler<TContext>(inner).HandleAsync;
        });
        return builder;
    }
}
