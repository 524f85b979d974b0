using System.Net;

namespace SocialSelling.E2E.Tests.Security;

/// <summary>Every operation of every service, taken from their OpenAPI documents, against every kind of bad token.</summary>
public sealed class TokenTests(StackFixture stack)
{
    /// <summary>
    /// Who may be called without a token is decided here, one by one: an operation that forgets its authorization is not in the list and
    /// fails the test.
    /// </summary>
    private static readonly string[] Open =
    [
        "POST /api/v1/auth/register", "POST /api/v1/auth/login", "POST /api/v1/auth/refresh", "POST /api/v1/auth/logout", "POST /api/v1/auth/restore",
        "POST /api/v1/auth/mfa/login", "POST /api/v1/auth/passkey/options", "POST /api/v1/auth/passkey/login",
        "POST /api/v1/auth/password/forgot", "POST /api/v1/auth/password/reset", "POST /api/v1/auth/email/verify", "POST /api/v1/auth/email/confirm-change",
        "POST /api/v1/invitations/preview", "POST /api/v1/invitations/register",
        "GET /.well-known/openid-configuration", "GET /.well-known/oauth-authorization-server", "GET /.well-known/jwks.json",
        "POST /connect/token", "POST /connect/revocation", "POST /connect/introspection",
        "GET /api/v1/accounts/instagram/callback", "GET /api/v1/webhooks/instagram", "POST /api/v1/webhooks/instagram",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BadToken.Missing, "AUTH_005")]
    [InlineData(BadToken.Rubbish, "AUTH_005")]
    [InlineData(BadToken.Expired, "AUTH_004")]
    [InlineData(BadToken.WrongSignature, "AUTH_005")]
    [InlineData(BadToken.AlgorithmNone, "AUTH_005")]
    [InlineData(BadToken.PublicKeyAsHmac, "AUTH_005")]
    [InlineData(BadToken.OtherIssuer, "AUTH_005")]
    [InlineData(BadToken.OtherAudience, "AUTH_005")]
    [InlineData(BadToken.RevokedSession, "AUTH_005")]
    [InlineData(BadToken.OlderVersion, "AUTH_004")]
    [InlineData(BadToken.SessionNeverOpened, "AUTH_005")]
    public async Task EveryOperation_BadToken_UnauthorizedWithItsCode(BadToken bad, string code)
    {
        using var trial = await SecurityTrial.OpenAsync(stack, Ct);
        var token = await trial.MakeAsync(bad, Ct);
        // Whether a session lives is the gateway's question alone; everything else each service asks again.
        var gatewayOnly = bad is BadToken.RevokedSession or BadToken.OlderVersion or BadToken.SessionNeverOpened;

        var wrong = new List<string>();
        foreach (var operation in trial.Api.Operations.Where(operation => !operation.Anonymous))
        {
            foreach (var address in gatewayOnly ? [stack.Addresses.Gateway] : new[] { stack.Addresses.Gateway, StackFixture.AddressOf(operation.Service) })
            {
                var answer = await trial.SendAsync(address, operation, operation.Path, token, Ct);
                if (answer != (HttpStatusCode.Unauthorized, code))
                {
                    wrong.Add($"{operation} at {address.Port}: {(int)answer.Status} {answer.Code}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryOperation_ServicesToken_Refused()
    {
        using var trial = await SecurityTrial.OpenAsync(stack, Ct);
        var token = trial.Keys.Sign(trial.Claims(("sub", "messaging"), ("client_id", "messaging"), ("scope", "internal"), ("sessionId", null), ("workspace", null), ("permissions", null)));

        var wrong = new List<string>();
        foreach (var operation in trial.Api.Operations.Where(operation => !operation.Anonymous))
        {
            var atGateway = await trial.SendAsync(stack.Addresses.Gateway, operation, operation.Path, token, Ct);
            var atService = await trial.SendAsync(StackFixture.AddressOf(operation.Service), operation, operation.Path, token, Ct);
            if (atGateway != (HttpStatusCode.Unauthorized, "AUTH_005") || atService != (HttpStatusCode.Forbidden, "USER_002"))
            {
                wrong.Add($"{operation}: gateway {(int)atGateway.Status} {atGateway.Code}, service {(int)atService.Status} {atService.Code}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task OpenOperations_AreTheOnesDecidedUpon()
    {
        var api = await ApiDescription.ReadAsync(Ct);
        Assert.Equal(Open.Order(), api.Operations.Where(operation => operation.Anonymous).Select(operation => $"{operation.Method} {operation.Path}").Order());
    }

    [Fact]
    public async Task EveryOperation_SaysWhoMayCallIt()
    {
        var api = await ApiDescription.ReadAsync(Ct);
        Assert.DoesNotContain(api.Operations, operation => operation is { Anonymous: false, Permission: null, PeopleOnly: false });
    }
}
