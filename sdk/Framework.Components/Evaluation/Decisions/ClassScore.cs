namespace Framework.Components.Evaluation.Decisions;

/// <summary>A figure of the calls of a whole question.</summary>
/// <param name="Of">The figure; NaN where it is not defined.</param>
internal sealed record ClassScore(Func<ClassTable, double> Of)
{
    /// <summary>Where it is a proportion, whether a call is a hit by (true class, called class).</summary>
    public Func<int, int, bool>? Hit { get; init; }
}
