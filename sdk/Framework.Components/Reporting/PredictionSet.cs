using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>Predictions with where they come from.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Split"><c>validate</c> or <c>test</c>.</param>
/// <param name="Control">The control; null for the run itself.</param>
/// <param name="Predictions">The table.</param>
public sealed record PredictionSet(string Stage, string Split, string? Control, Predictions Predictions)
{
    /// <summary>The table as each fold's model predicted it: a case may have several rows. Default: the same table.</summary>
    public Predictions Rows { get; init; } = Predictions;
}
