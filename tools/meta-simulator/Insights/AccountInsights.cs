using System.Text.Json.Nodes;
using SocialSelling.MetaSimulator.Graph;
using SocialSelling.MetaSimulator.State;

namespace SocialSelling.MetaSimulator.Insights;

/// <summary>`GET /{IG_ID}/insights`: one bad metric fails the call, absent figures are absent and not zero.</summary>
internal sealed class AccountInsights(TimeProvider clock)
{
    private const int EnoughFollowers = 100;

    public IResult Read(GraphCall call)
    {
        var names = call.Parameters.List("metric");
        if (names.Count == 0)
        {
            return InsightErrors.NoMetric();
        }

        var metrics = new List<AccountMetric>();
        foreach (var (index, name) in names.Index())
        {
            if (!AccountMetric.All.TryGetValue(name, out var metric))
            {
                return InsightErrors.UnknownMetric(index, AccountMetric.All.Keys);
            }

            metrics.Add(metric);
        }

        var (range, error) = InsightRange.Read(call.Parameters, clock.GetUtcNow());
        error ??= metrics.Select(metric => Check(metric, call.Parameters)).FirstOrDefault(problem => problem is not null);
        return error is not null ? error : Answer(call, metrics, range!);
    }

    private static GraphError? Check(AccountMetric metric, GraphParameters parameters)
    {
        var total = parameters["metric_type"] == "total_value";
        var breakdown = parameters["breakdown"];
        return metric switch
        {
            _ when parameters["period"] != metric.Period => InsightErrors.Period([metric.Name], parameters["period"]),
            { Total: false } when total => InsightErrors.NoTotal(metric.Name),
            { Series: false } when !total => InsightErrors.NeedsTotal(metric.Name),
            { Total: true, Period: "lifetime" } when parameters["timeframe"] is not ("this_week" or "this_month") => InsightErrors.Timeframe(),
            _ when breakdown is not null && !metric.Breakdowns.Contains(breakdown) => GraphErrors.Unknown(),
            _ => null,
        };
    }

    private IResult Answer(GraphCall call, List<AccountMetric> metrics, InsightRange range)
    {
        var now = clock.GetUtcNow();
        var total = call.Parameters["metric_type"] == "total_value";
        var data = new JsonArray();
        foreach (var metric in metrics)
        {
            var insight = metric.NeedsHundredFollowers && call.Account.Followers < EnoughFollowers
                ? null
                : total ? AccountTotals.Of(call, metric, range, now) : AccountSeries.Of(call.Account, metric, range, now);
            if (insight is not null)
            {
                data.Add(insight);
            }
        }

        return GraphAnswers.Json(new JsonObject { ["data"] = data });
    }

    public static JsonObject Head(Account account, AccountMetric metric) => new()
    {
        ["name"] = metric.Name,
        ["period"] = metric.Period,
        ["title"] = metric.Title,
        ["description"] = metric.Title,
        ["id"] = $"{account.UserId}/insights/{metric.Name}/{metric.Period}",
    };
}
