using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Graph;

/// <summary>A call whose token has been checked.</summary>
internal sealed record GraphCall(HttpContext Http, GraphParameters Parameters, AccessToken Token, string Node)
{
    public Account Account => Token.Account;

    public bool IsOwnAccount => Node == "me" || Node == Account.UserId || Node == Account.AppScopedId;
}
