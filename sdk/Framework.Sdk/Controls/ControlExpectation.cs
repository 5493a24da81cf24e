namespace Framework.Sdk;

/// <summary>What a control may score beside a run that can be trusted. A figure is as expected where any one of the conditions holds.</summary>
public sealed record ControlExpectation
{
    /// <summary>A figure that chance alone gives on so many cases, or one below it.</summary>
    public bool AtChance { get; init; }

    /// <summary>A figure up to this, on the scale of the AUROC: 0.5 is chance, 1 perfect. Null for no such condition.</summary>
    public double? AtMost { get; init; }

    /// <summary>A figure that the run beats clearly: its whole interval does, or 0.1 lies between them where it has none.</summary>
    public bool BelowRun { get; init; }

    /// <summary>A figure that is not clearly better than the run's: within the run's interval, or no 0.1 above it where it has none.</summary>
    public bool NotAboveRun { get; init; }

    /// <summary>No figure of any metric that is better than the run's, by however little: for controls that look at nothing. Metrics that a constant wins do not count, such as sensitivity.</summary>
    public bool NeverBetter { get; init; }

    /// <summary>What it means where none holds: a sentence for the reader of a report.</summary>
    public string Otherwise { get; init; } = "";
}
