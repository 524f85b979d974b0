namespace SocialSelling.Load;

/// <summary>One measured figure with its goal and what stands beside it.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goal">The least, or with <paramref name="Below"/> the most, that is good enough; none for a mere observation.</param>
/// <param name="Below">Whether less is better.</param>
/// <param name="Beside">The limit or peer measured in the same run.</param>
/// <param name="IdlePercent">The share of the machine's processors that was idle meanwhile, the load generator included in the busy part.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Goal, bool Below = false, string? Beside = null, double? IdlePercent = null)
{
    public bool IsShort => Goal is { } goal && (Below ? Value > goal : Value < goal);
}
