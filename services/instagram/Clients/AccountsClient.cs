using System.Net;
using Polly;
using SocialSelling.Instagram.Domain;

namespace SocialSelling.Instagram.Clients;

/// <summary>The accounts service, which alone keeps tokens.</summary>
internal sealed class AccountsClient(HttpClient http)
{
    public async Task<TokenReply> GetTokenAsync(Guid accountId, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync($"internal/accounts/{accountId}/token", ct);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return TokenReply.NotConnected;
            }

            return response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync<AccountToken>(ct) is { } token
                ? new TokenReply(token, null)
                : TokenReply.Unavailable;
        }
        catch (Exception e) when (IsOutage(e, ct))
        {
            return TokenReply.Unavailable;
        }
    }

    /// <summary>Null when it is unknown there too, or when the service does not answer.</summary>
    public async Task<KnownAccount?> FindAsync(string platformAccountId, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync($"internal/accounts/instagram/{Uri.EscapeDataString(platformAccountId)}", ct);
            if (!response.IsSuccessStatusCode || await response.Content.ReadFromJsonAsync<PlatformAccount>(ct) is not { } found)
            {
                return null;
            }

            return new KnownAccount(found.AccountId, found.WorkspaceId, found.PlatformAccountId, found.Username, found.ConnectedAt);
        }
        catch (Exception e) when (IsOutage(e, ct))
        {
            return null;
        }
    }

    private static bool IsOutage(Exception e, CancellationToken ct) =>
        e is HttpRequestException or ExecutionRejectedException || (e is OperationCanceledException && !ct.IsCancellationRequested);

    private sealed record PlatformAccount(Guid AccountId, Guid WorkspaceId, string PlatformAccountId, string Username, DateTimeOffset ConnectedAt);
}
