using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SocialSelling.ServiceDefaults.Access;

/// <summary>How access tokens are checked: ES256 by identity's keys, issuer, audience, times; claims keep their names.</summary>
internal sealed class JwtBearerSetup(IOptions<AuthOptions> auth, TimeProvider clock, IHttpClientFactory clients)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public const string HttpClientName = "identity-keys";
    private const string DiscoveryPath = ".well-known/openid-configuration";

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != JwtBearerDefaults.AuthenticationScheme || auth.Value.Authority is not { } authority)
        {
            return;
        }

        options.RequireHttpsMetadata = false;
        options.SaveToken = false;
        options.ConfigurationManager = Keys(new Uri(new Uri(authority.AbsoluteUri.TrimEnd('/') + '/'), DiscoveryPath));
        options.SecurityTokenValidators.Clear();
        options.SecurityTokenValidators.Add(new CachingTokenValidator(clock));
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = auth.Value.Issuer,
            ValidAudience = auth.Value.Audience,
            NameClaimType = TokenClaims.Subject,
            RoleClaimType = TokenClaims.Permissions,
            LifetimeValidator = TokenLifetime.With(clock),
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = BearerEvents.ReadQueryToken,
            OnAuthenticationFailed = BearerEvents.NoteFailure,
            OnChallenge = BearerEvents.AnswerAsync,
        };
    }

    /// <summary>The keys are looked up again every ten minutes, and at once (every 30 s at most) for a key that is not known.</summary>
    private ConfigurationManager<OpenIdConnectConfiguration> Keys(Uri discovery) => new(
        discovery.AbsoluteUri, new AuthorityKeysRetriever(), new HttpDocumentRetriever(clients.CreateClient(HttpClientName)) { RequireHttps = false })
    {
        AutomaticRefreshInterval = TimeSpan.FromMinutes(10),
        RefreshInterval = TimeSpan.FromSeconds(30),
    };
}
