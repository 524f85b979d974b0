using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SocialSelling.Identity.Features.Keys;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Connect;

/// <summary>Reads an access token given as a parameter by the very checks that hold for one in the <c>Authorization</c> header.</summary>
internal sealed class AccessTokenReader(IOptionsMonitor<JwtBearerOptions> bearer, OwnKeys keys)
{
    /// <summary>What the token says, or null when it is none of ours, damaged or expired.</summary>
    public async Task<TokenFacts?> ReadAsync(string token, CancellationToken ct)
    {
        var options = bearer.Get(JwtBearerDefaults.AuthenticationScheme);
        var parameters = options.TokenValidationParameters.Clone();
        parameters.IssuerSigningKeys = (await keys.GetConfigurationAsync(ct)).SigningKeys;
        return Validate(options.SecurityTokenValidators.First(), token, parameters) is { } principal ? Facts(principal) : null;
    }

    private static int VersionOf(ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirst(TokenClaims.TokenVersion)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static ClaimsPrincipal? Validate(ISecurityTokenValidator validator, string token, TokenValidationParameters parameters)
    {
        try
        {
            return validator.CanReadToken(token) ? validator.ValidateToken(token, parameters, out _) : null;
        }
        catch (Exception error) when (error is SecurityTokenException or ArgumentException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static TokenFacts Facts(ClaimsPrincipal principal) => new()
    {
        Subject = Text(principal, TokenClaims.Subject) ?? "",
        SessionId = Id(principal, TokenClaims.SessionId),
        ApiKeyId = Id(principal, TokenClaims.ApiKey),
        Version = VersionOf(principal),
        ClientId = Text(principal, TokenClaims.ClientId),
        Workspace = Id(principal, TokenClaims.Workspace),
        Scope = Text(principal, TokenClaims.Scope) ?? string.Join(' ', principal.FindAll(TokenClaims.Permissions).Select(claim => claim.Value)),
        TokenType = "Bearer",
        Id = Text(principal, "jti"),
        IssuedAt = Time(principal, "iat"),
        ExpiresAt = Time(principal, "exp"),
    };

    private static string? Text(ClaimsPrincipal principal, string claim) => principal.FindFirst(claim)?.Value;

    private static Guid? Id(ClaimsPrincipal principal, string claim) => Guid.TryParse(Text(principal, claim), out var id) ? id : null;

    private static DateTimeOffset Time(ClaimsPrincipal principal, string claim) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Text(principal, claim) ?? "0", CultureInfo.InvariantCulture));
}
