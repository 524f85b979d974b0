namespace SocialSelling.MetaSimulator.Graph;

/// <summary>What is learned about a call while it is answered; the ledger reads it at the end.</summary>
internal sealed class CallContext
{
    public GraphParameters Parameters { get; set; } = GraphParameters.None;

    public string? Version { get; set; }

    public string? Username { get; set; }

    public int? Code { get; set; }

    public int? Subcode { get; set; }

    public string? Fault { get; set; }

    public bool Unimplemented { get; set; }

    public static CallContext Of(HttpContext http)
    {
        if (http.Features.Get<CallContext>() is not { } context)
        {
            context = new CallContext();
            http.Features.Set(context);
        }

        return context;
    }
}
