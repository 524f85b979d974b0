namespace SocialSelling.Load.Tools;

/// <summary>Times of one kind of try, in milliseconds.</summary>
internal sealed class Sample(IReadOnlyList<double> values)
{
    public int Count => values.Count;

    public double Mean => values.Average();

    /// <summary>The standard deviation: the noise of a single try.</summary>
    public double Deviation => Math.Sqrt(values.Sum(value => (value - Mean) * (value - Mean)) / (Count - 1));

    public double Percentile(double share) => values.Order().ElementAt(Math.Min(Count - 1, (int)(Count * share)));

    /// <summary>Welch's t of two samples: beyond about 3 their means differ by more than chance.</summary>
    public double WelchT(Sample other) =>
        Math.Abs(Mean - other.Mean) / Math.Sqrt((Deviation * Deviation / Count) + (other.Deviation * other.Deviation / other.Count));
}
