namespace Framework.Components.Controls;

/// <summary>How a control ended beside the run it belongs to.</summary>
public sealed record ControlVerdict
{
    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>The part whose figures were judged: <c>test</c> where there is one, else <c>validate</c>.</summary>
    public required string Split { get; init; }

    /// <summary>The control.</summary>
    public required string Control { get; init; }

    /// <summary>The variant of the experiment; null without a matrix.</summary>
    public string? Variant { get; init; }

    /// <summary>Whether it is as expected; null where no figure shows it.</summary>
    public required bool? Passed { get; init; }

    /// <summary>Whether the run fails unless it passed.</summary>
    public bool MustPass { get; init; }

    /// <summary>The metric that was judged; null where there was none.</summary>
    public string? Metric { get; init; }

    /// <summary>The label; null where the figure is over all.</summary>
    public string? Label { get; init; }

    /// <summary>The control's figure.</summary>
    public double? Value { get; init; }

    /// <summary>The run's figure.</summary>
    public double? Run { get; init; }

    /// <summary>What was found and what is expected, in a sentence or two.</summary>
    public required string Words { get; init; }

    /// <summary>Whether the run fails by it: it had to pass and did not, or nothing shows that it did.</summary>
    public bool FailsRun => MustPass && Passed != true;
}
