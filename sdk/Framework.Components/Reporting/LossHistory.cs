namespace Framework.Components.Reporting;

/// <summary>Loss by epoch of one unit.</summary>
/// <param name="Unit">The unit's name.</param>
/// <param name="Train">Mean training loss of each epoch.</param>
/// <param name="Validate">Validation loss of each epoch; empty where there is no validation part.</param>
/// <param name="ChosenEpoch">The epoch whose weights predict, from 0; null where it is the last.</param>
public sealed record LossHistory(string Unit, IReadOnlyList<double> Train, IReadOnlyList<double> Validate, int? ChosenEpoch)
{
    /// <summary>What it is one of several fits of: a stage, and its variant where there are several. Null where it stands by itself.</summary>
    public string? Group { get; init; }

    /// <summary>The training loss of single batches, with where in the fit they were: 1.5 is the middle of the second epoch.</summary>
    public IReadOnlyList<(double Epoch, double Loss)> Steps { get; init; } = [];
}
