using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace SocialSelling.Instagram.Tests.Support;

/// <summary>Answers as the accounts service does on its internal endpoints.</summary>
public sealed class StubAccounts : HttpMessageHandler
{
    private readonly ConcurrentDictionary<Guid, (string Token, string PlatformAccountId)> _tokens = new();
    private readonly ConcurrentDictionary<string, (Guid AccountId, Guid WorkspaceId)> _accounts = new();

    public void SetToken(Guid accountId, string platformAccountId, string token) => _tokens[accountId] = (token, platformAccountId);

    public void Announce(string platformAccountId, Guid accountId, Guid workspaceId) => _accounts[platformAccountId] = (accountId, workspaceId);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath.Split('/');
        object? answer = path[^1] == "token" ? Token(Guid.Parse(path[^2])) : Account(path[^1]);
        return Task.FromResult(answer is null
            ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer) });
    }

    private object? Token(Guid accountId) => _tokens.TryGetValue(accountId, out var known)
        ? new { accessToken = known.Token, expiresAt = DateTimeOffset.UtcNow.AddDays(50), platformAccountId = known.PlatformAccountId }
        : null;

    private object? Account(string platformAccountId) => _accounts.TryGetValue(platformAccountId, out var known)
        ? new { accountId = known.AccountId, workspaceId = known.WorkspaceId, platformAccountId, username = "known", connectedAt = DateTimeOffset.UtcNow }
        : null;
}
