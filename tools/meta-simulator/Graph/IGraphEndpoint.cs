namespace SocialSelling.MetaSimulator.Graph;

/// <summary>One operation on an edge of the token's own account.</summary>
internal interface IGraphEndpoint
{
    Task<IResult> HandleAsync(GraphCall call, CancellationToken ct);
}
