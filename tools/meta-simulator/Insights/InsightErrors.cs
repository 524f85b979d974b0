using SocialSelling.MetaSimulator.Graph;

namespace SocialSelling.MetaSimulator.Insights;

internal static class InsightErrors
{
    public static GraphError UnknownMetric(int index, IEnumerable<string> known) =>
        GraphErrors.Parameter($"metric[{index}] must be one of the following values: {string.Join(", ", known)}");

    public static GraphError NoMetric() => GraphErrors.Parameter("The parameter metric is required");

    public static GraphError Period(IEnumerable<string> metrics, string? period) =>
        GraphErrors.Parameter($"The following metrics ({string.Join(", ", metrics)}) are incompatible with the period ({period})");

    public static GraphError NeedsTotal(string metric) =>
        GraphErrors.Parameter($"The following metrics ({metric}) should be specified with parameter metric_type=total_value");

    public static GraphError NoTotal(string metric) =>
        GraphErrors.Parameter($"The following metrics ({metric}) cannot be specified with parameter metric_type=total_value");

    public static GraphError Range() => GraphErrors.Parameter("There cannot be more than 30 days (2592000 s) between since and until");

    public static GraphError RangeOrder() => GraphErrors.Parameter("The since param should be before the until param");

    public static GraphError Timeframe() => GraphErrors.Parameter("Param timeframe must be one of the following values: this_week, this_month");
}
