using System.Text.Json;
using SocialSelling.Identity.Domain;

namespace SocialSelling.Identity.Features.Privacy;

/// <summary>The receipt of an erasure over all services.</summary>
/// <param name="Id">The erasure's id.</param>
/// <param name="Scope"><c>user</c> or <c>workspace</c>.</param>
/// <param name="SubjectId">Which user or workspace; nothing but this id is left of it.</param>
/// <param name="RequestedAt">When it began, UTC.</param>
/// <param name="CompletedAt">When the last service had answered, UTC; absent until then.</param>
/// <param name="Asked">How often the services were told; more than once when one was away.</param>
/// <param name="Services">What each service has erased.</param>
public sealed record ErasureResponse(
    Guid Id, string Scope, Guid SubjectId, DateTimeOffset RequestedAt, DateTimeOffset? CompletedAt, int Asked, IReadOnlyList<ErasedShare> Services)
{
    internal static ErasureResponse From(Erasure erasure) => new(
        erasure.Id, JsonNamingPolicy.SnakeCaseLower.ConvertName(erasure.Scope.ToString()), erasure.SubjectId, erasure.RequestedAt, erasure.CompletedAt,
        erasure.Asked, [.. erasure.Answers.OrderBy(answer => answer.Service).Select(answer => new ErasedShare(answer.Service, answer.CompletedAt, answer.Erased))]);
}
