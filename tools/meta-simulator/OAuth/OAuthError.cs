using SocialSelling.MetaSimulator.Graph;

namespace SocialSelling.MetaSimulator.OAuth;

/// <summary>The error of the code exchange: another envelope than Graph's.</summary>
internal sealed record OAuthError(string Message, int Code = 400) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        CallContext.Of(httpContext).Code = Code;
        httpContext.Response.StatusCode = Code is >= 400 and < 600 ? Code : StatusCodes.Status400BadRequest;
        return httpContext.Response.WriteAsJsonAsync(
            new { error_type = "OAuthException", code = Code, error_message = Message }, httpContext.RequestAborted);
    }
}
