using System.Text.RegularExpressions;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Before routing: takes the optional version out of the path, reads the parameters, sets the headers every answer has.</summary>
internal sealed partial class GraphPrelude(RequestDelegate next)
{
    private const string NewestVersion = "v26.0";

    public async Task InvokeAsync(HttpContext http)
    {
        var call = CallContext.Of(http);
        if (http.Request.Path.StartsWithSegments("/graph", out var rest))
        {
            var versioned = VersionedPath().Match(rest.Value ?? "");
            call.Version = versioned.Success ? versioned.Groups[1].Value : null;
            http.Request.Path = "/graph" + (versioned.Success ? versioned.Groups[2].Value : rest.Value);
            http.Response.Headers["facebook-api-version"] = call.Version ?? NewestVersion;
            http.Response.Headers["X-FB-Trace-ID"] = Ids.Trace();
        }

        if (await GraphParameters.ReadAsync(http.Request, http.RequestAborted) is not { } parameters)
        {
            await GraphErrors.Parameter("The body is not valid JSON").ExecuteAsync(http);
            return;
        }

        call.Parameters = parameters;
        await next(http);
    }

    [GeneratedRegex(@"^/(v\d{1,3}\.\d)(/.*)?$")]
    private static partial Regex VersionedPath();
}
