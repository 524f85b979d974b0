using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace SocialSelling.Architecture.Tests;

public sealed class ServiceTests
{
    // Everybody may call these; each line is a decision.
    private static readonly HashSet<string> Anonymous =
    [
        "/health", "/health/live", "/health/ready", "/metrics", "/openapi/{documentName}.json",
        "/api/v1/auth/register", "/api/v1/auth/login", "/api/v1/auth/refresh", "/api/v1/auth/logout", "/api/v1/auth/restore",
        "/api/v1/auth/password/forgot", "/api/v1/auth/password/reset", "/api/v1/auth/email/verify", "/api/v1/auth/email/confirm-change",
        "/account/{page}",
        "/api/v1/invitations/preview", "/api/v1/invitations/register",
        "/api/v1/auth/mfa/login", "/api/v1/auth/passkey/options", "/api/v1/auth/passkey/login",
        "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", "/.well-known/jwks.json",
        "/connect/token", "/connect/revocation", "/connect/introspection",
        "/api/v1/accounts/instagram/callback", "/api/v1/webhooks/instagram", "/objects/{**key}",
    ];

    [Theory]
    [MemberData(nameof(Suite.ServiceNames), MemberType = typeof(Suite))]
    public async Task Service_Running_HoldsTheRules(string service)
    {
        await using var running = await RunningService.StartAsync(service);
        var endpoints = running.Endpoints.ToList();

        Assert.NotEmpty(endpoints);
        Rules.None(endpoints.Where(endpoint => !IsProtected(endpoint) && !Anonymous.Contains(PathOf(endpoint))).Select(PathOf));
        Rules.None(endpoints.Where(endpoint => PathOf(endpoint).StartsWith("/internal", StringComparison.Ordinal) && IsAnonymous(endpoint)).Select(PathOf));
        Rules.None(endpoints.Where(endpoint => IsApi(endpoint) && endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null).Select(PathOf));
        Assert.DoesNotContain(running.Queues, queue => !IsOwnQueue(queue, service, running.Services));
    }

    // The bus itself owns one temporary queue that is not declared unless it is used.
    private static bool IsOwnQueue(string queue, string service, IServiceProvider services) =>
        queue.StartsWith($"{service.ToLowerInvariant()}.", StringComparison.Ordinal) || services.GetRequiredService<IBus>().Address.Segments[^1] == queue;

    private static bool IsApi(RouteEndpoint endpoint) => PathOf(endpoint).StartsWith("/api/", StringComparison.Ordinal);

    private static bool IsAnonymous(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsProtected(RouteEndpoint endpoint) => !IsAnonymous(endpoint)
        && (endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null);

    private static string PathOf(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');
}
