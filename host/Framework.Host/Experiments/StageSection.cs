using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>One fitted thing in an experiment.</summary>
internal sealed record StageSection
{
    /// <summary>Its key in the file.</summary>
    public required string Name { get; init; }

    /// <summary>The stages whose outputs it is given, in this order.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The stage whose network it goes on from: of all repeats of a fold the one that validated best; null where it begins by itself.</summary>
    public string? Continues { get; init; }

    /// <summary>The stages that come before it: those that it reads, and the one that it continues.</summary>
    public IEnumerable<string> Before => Continues is { } other ? [.. Reads, other] : Reads;

    /// <summary>Which part of a fold it is fitted on.</summary>
    public FitOn FitOn { get; init; }

    /// <summary>Into how many parts the training subjects of a fold are divided, so that each part is predicted by a model that did not see it; null for none.</summary>
    public int? CrossFit { get; init; }

    /// <summary>What it is shown of a case.</summary>
    public StageInput Input { get; init; }

    /// <summary>Its own cases of the same subjects; null where they are the experiment's.</summary>
    public DataSection? Data { get; init; }

    /// <summary>The transforms as the file names them, in order.</summary>
    public required IReadOnlyList<TransformFields> Steps { get; init; }

    /// <summary>From a loaded case to the network's input, in order.</summary>
    public IReadOnlyList<TransformStep> Transforms => [.. Steps.Select(step => new TransformStep(step.Transform.Name, step.Transform.Instance, step.Only))];

    /// <summary>The network; null where the trainer needs none.</summary>
    public Bound<IModelFactory>? Model { get; init; }

    /// <summary>Fits it.</summary>
    public required Bound<ITrainer> Trainer { get; init; }

    /// <summary>Whether controls have something to take away: what is fitted to nothing and reads no other stage, such as a score that readers give, has its own figure alone. Those of a
    /// stage that is continued stand for the one that goes on from there.</summary>
    public bool HasControls => Continues is null && FitOn != FitOn.Everything && (Trainer.Instance.IsFitted || Reads.Count > 0);

    /// <summary>How else each case is looked at when it is predicted; null where it is looked at once.</summary>
    public TestTimeSection? TestTime { get; init; }

    /// <summary>Makes probabilities of its outputs, fitted on validation predictions; null where outputs are taken as they are.</summary>
    public Bound<ICalibrator>? Calibrate { get; init; }

    /// <summary>Chooses from which output on a label counts as present; null for 0.5.</summary>
    public Bound<IThresholdRule>? Threshold { get; init; }

    /// <summary>Joins what its folds and repeats say of the same case; null where outputs are averaged.</summary>
    public Bound<IEnsemble>? Ensemble { get; init; }

    /// <summary>Canonical JSON of everything that decides what it predicts, keys sorted.</summary>
    public required string Canonical { get; init; }
}
