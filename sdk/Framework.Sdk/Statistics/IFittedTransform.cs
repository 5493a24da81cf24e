namespace Framework.Sdk;

/// <summary>A transform whose figures come from the training part of the fold that it is used in.</summary>
/// <remarks>
/// The host fits it before the unit trains: each training case goes through the transforms that stand before, <see cref="Observe"/> takes from
/// it what is needed, <see cref="Conclude"/> makes figures of all that, and <see cref="With"/> gives the transform that is applied. The figures are kept in the unit's
/// folder. No random transform may stand before it.
/// </remarks>
public interface IFittedTransform : ITransform
{
    /// <summary>False where the options give the figures; nothing is fitted then.</summary>
    bool NeedsFitting { get; }

    /// <summary>A few numbers about one training sample. Called from several threads at once.</summary>
    /// <param name="sample">As the transforms before leave it; must not be kept.</param>
    IReadOnlyList<double> Observe(Sample sample);

    /// <summary>The figures that follow from the numbers about all training samples.</summary>
    /// <param name="observations">In the order of the cases, whichever thread made them.</param>
    /// <exception cref="DataFormatException">No figures follow from them; the message says what would be right.</exception>
    IReadOnlyList<double> Conclude(IReadOnlyList<IReadOnlyList<double>> observations);

    /// <summary>The transform with its figures.</summary>
    /// <param name="statistics">What <see cref="Conclude"/> gave.</param>
    /// <param name="fold">The fold in which it will be applied.</param>
    /// <exception cref="ExperimentException">The statistics were fitted on another fold.</exception>
    ITransform With(FittedStatistics statistics, TrainingFold fold);
}
