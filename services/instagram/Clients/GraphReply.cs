using System.Text.Json;
using SocialSelling.Instagram.Domain;

namespace SocialSelling.Instagram.Clients;

/// <summary>What came of a call to Graph. Meta's wording stays out: it may repeat what was sent.</summary>
internal sealed record GraphReply(GraphOutcome Outcome, JsonElement Body = default, Refusal Refusal = default, string? TraceId = null)
{
    public static readonly GraphReply NotSent = new(GraphOutcome.NotSent);

    public static readonly GraphReply Unclear = new(GraphOutcome.Unclear);

    public bool IsOk => Outcome == GraphOutcome.Ok;

    /// <summary>What to do when it is not ok.</summary>
    public Verdict Judge(Func<Refusal, Verdict> table, Verdict unclear) => Outcome switch
    {
        GraphOutcome.Refused => table(Refusal),
        GraphOutcome.NotSent => Verdicts.Unreachable,
        _ => unclear,
    };
}
