using System.IO.Enumeration;

namespace SocialSelling.MetaSimulator.Faults;

internal sealed class FaultStore
{
    private const int Kept = 1_000;

    private readonly Lock gate = new();
    private readonly List<FaultRule> rules = [];

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (gate)
            {
                return [.. rules];
            }
        }
    }

    public bool TryAdd(FaultRule rule)
    {
        lock (gate)
        {
            if (rules.Count >= Kept)
            {
                return false;
            }

            rules.Add(rule);
            return true;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
        }
    }

    public FaultRule? TakeCall(string method, string path) => Take(rule =>
        FaultKinds.OfCalls.Contains(rule.Kind) && (rule.Method is null || rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && Matches(rule.Path, path));

    public FaultRule? TakeContainer() => Take(rule => FaultKinds.OfContainers.Contains(rule.Kind));

    public FaultRule? TakeWebhook(string field) => Take(rule => FaultKinds.OfWebhooks.Contains(rule.Kind) && (rule.Path is null || rule.Path == field));

    private static bool Matches(string? pattern, string path) => pattern switch
    {
        null => true,
        _ when pattern.Contains('*', StringComparison.Ordinal) => FileSystemName.MatchesSimpleExpression(pattern, path),
        _ => path.EndsWith(pattern, StringComparison.OrdinalIgnoreCase),
    };

    private FaultRule? Take(Func<FaultRule, bool> matches)
    {
        lock (gate)
        {
            FaultRule? hit = null;
            foreach (var rule in rules.Where(matches))
            {
                if (hit is null && rule.Hit())
                {
                    hit = rule;
                }
            }

            return hit;
        }
    }
}
