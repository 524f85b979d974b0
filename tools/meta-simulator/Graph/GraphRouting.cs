using Microsoft.AspNetCore.Mvc;

namespace SocialSelling.MetaSimulator.Graph;

internal static class GraphRouting
{
    /// <summary>An edge of the token's own account (`me`, its id or its app-scoped id).</summary>
    public static void MapEdge<TEndpoint>(this IEndpointRouteBuilder routes, string method, string edge, string scope)
        where TEndpoint : class, IGraphEndpoint =>
        routes.MapMethods("/{node}/" + edge, [method], async (HttpContext http, [FromServices] TEndpoint endpoint, [FromServices] GraphGate gate) =>
        {
            var (call, error) = gate.Open(http, scope);
            if (call is null)
            {
                return error!;
            }

            return call.IsOwnAccount ? await endpoint.HandleAsync(call, http.RequestAborted) : GraphErrors.Missing(call.Node);
        });

    /// <summary>An edge of any node; the endpoint finds the node itself.</summary>
    public static void MapNodeEdge<TEndpoint>(this IEndpointRouteBuilder routes, string method, string edge, string scope)
        where TEndpoint : class, IGraphEndpoint =>
        routes.MapMethods("/{node}/" + edge, [method], async (HttpContext http, [FromServices] TEndpoint endpoint, [FromServices] GraphGate gate) =>
        {
            var (call, error) = gate.Open(http, scope);
            return call is null ? error! : await endpoint.HandleAsync(call, http.RequestAborted);
        });

    public static void MapNodes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/{node}", (HttpContext http, [FromServices] GraphGate gate, [FromServices] IEnumerable<INodeReader> readers) =>
        {
            var (call, error) = gate.Open(http, scope: null);
            return call is null ? error! : readers.Select(reader => reader.Read(call)).FirstOrDefault(found => found is not null) ?? GraphErrors.Missing(call.Node);
        });

    /// <summary>Everything the simulator does not know: answered as Meta does, and marked in the ledger.</summary>
    public static void MapUnknown(this IEndpointRouteBuilder routes) =>
        routes.Map("/{**path}", (HttpContext http, string? path) =>
        {
            CallContext.Of(http).Unimplemented = true;
            return (IResult)GraphErrors.Missing(path ?? "");
        });
}
