using System.Globalization;
using SocialSelling.ServiceDefaults.Access;

namespace SocialSelling.Identity.Features.Workspaces;

/// <summary>
/// The one rule for a workspace named in a path: it is the token's, because permissions and accounts in the token are those of that
/// workspace; any other is 404. Only listing, creating, switching, leaving and restoring go by membership.
/// </summary>
internal sealed class OwnWorkspaceFilter(CurrentWorkspace workspace) : IEndpointFilter
{
    public const string Parameter = "workspaceId";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var named = Convert.ToString(context.HttpContext.Request.RouteValues[Parameter], CultureInfo.InvariantCulture);
        return Guid.TryParse(named, out var id) && id == workspace.Id ? next(context) : ValueTask.FromResult<object?>(WorkspaceProblems.NotFound());
    }
}
