using System.Globalization;
using System.Text.Json;

namespace SocialSelling.Load;

/// <summary>Prints a line a figure, or JSON for machines.</summary>
internal sealed class Report(BenchOptions options, TextWriter output, TextWriter progress)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly List<Figure> _figures = [];

    public bool AnyShort => _figures.Any(figure => figure.IsShort);

    public void Begin(string area) => progress.WriteLine($"-- {area}");

    public void Say(string what) => progress.WriteLine($"   {what}");

    public void Add(Figure figure)
    {
        _figures.Add(figure);
        if (!options.Json)
        {
            output.WriteLine(Line(figure));
        }
    }

    public void Finish()
    {
        if (options.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(_figures, Json));
        }
    }

    private static string Line(Figure figure)
    {
        var goal = figure.Goal is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{(figure.Below ? "≤" : "≥")} {limit:#,0.#}") : "";
        var verdict = figure.Goal is null ? "" : figure.IsShort ? "short" : "ok";
        var idle = figure.IdlePercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"idle {percent:0} %") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{figure.Name,-46} {figure.Value,10:#,0.#} {figure.Unit,-6} {goal,-9} {verdict,-5} {idle,-9} {figure.Beside}").TrimEnd();
    }
}
