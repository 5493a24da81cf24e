namespace Framework.Components.Evaluation.Decisions;

/// <summary>A figure of the calls of one label.</summary>
/// <param name="Of">The figure; NaN where it is not defined.</param>
internal sealed record LabelScore(Func<TwoByTwo, double> Of)
{
    /// <summary>What stands for it in an average: a class that is there but was never called has precision 0 there, and none by itself. Null for the figure itself.</summary>
    public Func<TwoByTwo, double>? InAverage { get; init; }

    /// <summary>Where it is a proportion, whether a call is a hit by (present, called); null where the call is no trial.</summary>
    public Func<bool, bool, bool?>? Trial { get; init; }
}
