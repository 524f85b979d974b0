using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>The error envelope of the Graph API.</summary>
internal sealed record GraphError(int Code, int? Subcode, string Message) : IResult
{
    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    public string Type { get; init; } = "OAuthException";

    public bool Transient { get; init; }

    public string? UserMessage { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var call = CallContext.Of(httpContext);
        (call.Code, call.Subcode) = (Code, Subcode);
        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.WWWAuthenticate = "OAuth \"Facebook Platform\" \"invalid_request\" \"error\"";
        return httpContext.Response.WriteAsJsonAsync(ToJson(), httpContext.RequestAborted);
    }

    private JsonObject ToJson()
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = Type, ["code"] = Code };
        if (Subcode is not null)
        {
            error["error_subcode"] = Subcode;
        }

        if (Transient)
        {
            error["is_transient"] = true;
        }

        if (UserMessage is not null)
        {
            error["error_user_title"] = "Something went wrong";
            error["error_user_msg"] = UserMessage;
        }

        error["fbtrace_id"] = Ids.Trace();
        return new JsonObject { ["error"] = error };
    }
}
