namespace Framework.Sdk;

/// <summary>Figures that were worked out from the training part of one fold, and can be had for that fold only.</summary>
/// <remarks>A mean or a threshold that saw other subjects tells a model of the cases that it will be scored on. So there is no way to the figures
/// but by naming the fold that they are for.</remarks>
public sealed class FittedStatistics
{
    private const int HashShown = 12;
    private readonly IReadOnlyList<double> _figures;

    /// <summary>Keeps figures under the fold that they come from.</summary>
    /// <param name="component">What they are of, such as <c>normalise</c>.</param>
    /// <param name="fold">The <see cref="TrainingFold.Hash"/> of the fold that they were fitted on.</param>
    /// <param name="figures">In an order that the component knows.</param>
    public FittedStatistics(string component, string fold, IReadOnlyList<double> figures) => (Component, Fold, _figures) = (component, fold, figures);

    /// <summary>What they are of.</summary>
    public string Component { get; }

    /// <summary>The <see cref="TrainingFold.Hash"/> of the fold that they were fitted on.</summary>
    public string Fold { get; }

    /// <summary>The figures, for the fold that they were fitted on.</summary>
    /// <param name="fold">The fold that they are wanted for.</param>
    /// <exception cref="ExperimentException">They were fitted on other subjects.</exception>
    public IReadOnlyList<double> For(TrainingFold fold) => fold.Hash == Fold
        ? _figures
        : throw new ExperimentException($"'{Component}': these statistics were fitted on the training subjects {Short(Fold)}; this fold trains on {Short(fold.Hash)}. "
            + "Statistics of one fold have seen whom another is tested on: fit them on this fold's own training part.");

    private static string Short(string hash) => hash[..Math.Min(hash.Length, HashShown)];
}
