using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>dice</c>.</summary>
public sealed record DiceOptions
{
    /// <summary>Added above and below the fraction line, above 0: a class that is nowhere, and predicted nowhere, has the loss 0. Default: 1e-5.</summary>
    [Range(1e-12, 1e6)]
    public double Smooth { get; init; } = 1e-5;

    /// <summary>Whether the background counts as a class. Default: true.</summary>
    public bool IncludeBackground { get; init; } = true;

    /// <summary>Whether sums run over all cases of the batch together; else each case has a loss of its own. Default: false.</summary>
    public bool PerBatch { get; init; }

    /// <summary>Whether probabilities and truths are squared below the fraction line (Milletari 2016). Default: false.</summary>
    public bool SquaredPred { get; init; }
}
