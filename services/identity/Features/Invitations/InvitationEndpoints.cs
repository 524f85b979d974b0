using SocialSelling.Identity.Features.Auth;
using SocialSelling.Identity.Features.Sessions;

namespace SocialSelling.Identity.Features.Invitations;

internal static class InvitationEndpoints
{
    /// <summary>For those who invite.</summary>
    public static void Map(RouteGroupBuilder group)
    {
        ListInvitations.Map(group);
        InviteMember.Map(group);
        ResendInvitation.Map(group);
        RevokeInvitation.Map(group);
    }

    /// <summary>For those who are invited.</summary>
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/invitations").WithTags("Invitations").RequireAuthorization()
            .AddEndpointFilter(AuthEndpoints.NoStoreAsync).AddEndpointFilter<SessionsUnavailableFilter>().AddEndpointFilter<RefreshCookieFilter>();
        PreviewInvitation.Map(group);
        AcceptInvitation.Map(group);
        RegisterInvited.Map(group);
    }

    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddServiceOptions<Options.InvitationOptions, Options.InvitationOptionsValidator>(Options.InvitationOptions.Section);
        services.AddScoped<InvitationMail>();
        services.AddScoped<InvitationTokens>();
    }
}
