using System.ComponentModel.DataAnnotations;
using Framework.Components.Controls;
using Framework.Components.Evaluation.Levels;
using Framework.Components.Evaluation.Readers;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>The keys of an experiment's file.</summary>
internal sealed record ExperimentFields
{
    /// <summary>The name of its runs' folder: letters, digits, '-' and '_'.</summary>
    public required string Name { get; init; }

    /// <summary>Everything random in a run follows from it.</summary>
    public ulong Seed { get; init; }

    /// <summary>A synthetic cohort, written before the run where it is not there yet.</summary>
    public PhantomFields? Phantom { get; init; }

    /// <summary>Where cases come from.</summary>
    public required DataFields Data { get; init; }

    /// <summary>Keeping prepared samples between epochs and runs.</summary>
    public CacheSection? Cache { get; init; }

    /// <summary>What a unit asks a cluster for, where one does the work.</summary>
    public ResourcesSection? Resources { get; init; }

    /// <summary>What is looked for in the data before anything is trained.</summary>
    public AuditSection? Audit { get; init; }

    /// <summary>What each subject is for: training, validation or test.</summary>
    public required Bound<ISplit> Split { get; init; }

    /// <summary>How often everything is fitted anew on each division of the subjects.</summary>
    [Range(1, 1000)]
    public int Repeats { get; init; } = 1;

    /// <summary>What is fitted, by name; a stage may read what earlier ones put out.</summary>
    [MinLength(1)]
    public required IReadOnlyDictionary<string, StageFields> Stages { get; init; }

    /// <summary>What cases are joined into, from the lowest up: series, studies, subjects.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>What predictions are scored with.</summary>
    public IReadOnlyList<MetricFields> Metrics { get; init; } = [];

    /// <summary>People's calls of the same cases, compared with the model.</summary>
    public ReaderOptions? Readers { get; init; }

    /// <summary>Runs beside the run that show what a score is worth.</summary>
    public IReadOnlyList<ControlFields> Controls { get; init; } = [];

    /// <summary>Maps of what answers come from.</summary>
    public IReadOnlyList<ExplainFields> Explain { get; init; } = [];

    /// <summary>New cases, whose labels may be missing, that are predicted once everything is fitted.</summary>
    public IReadOnlyList<PredictFields> Predict { get; init; } = [];

    /// <summary>Scores of a paper, shown beside ours.</summary>
    public IReadOnlyList<PublishedValue> Published { get; init; } = [];

    /// <summary>The figure that the report begins with.</summary>
    public HeadlineFields? Headline { get; init; }
}

/// <summary>The keys of a metric beside its own options.</summary>
internal sealed record MetricFields
{
    [Inline]
    public required Bound<IMetric> Metric { get; init; }

    /// <summary>At which levels it is computed: case, series, study or subject; at every one where it is not given.</summary>
    public IReadOnlyList<MetricLevel>? At { get; init; }

    /// <summary>The stages that it scores; every one where it is not given.</summary>
    [MinLength(1)]
    public IReadOnlyList<string>? Stages { get; init; }
}

/// <summary>The keys of a phantom beside its own options.</summary>
internal sealed record PhantomFields
{
    [Inline]
    public required Bound<IPhantom> Phantom { get; init; }

    /// <summary>The folder, relative to the working directory.</summary>
    public required string Out { get; init; }

    /// <summary>Number of cases, at least 1.</summary>
    [Range(1, int.MaxValue)]
    public required int Cases { get; init; }

    /// <summary>Everything random in the cohort follows from it.</summary>
    public ulong Seed { get; init; }
}

/// <summary>The keys of a data source beside its own options.</summary>
internal sealed record DataFields
{
    [Inline]
    public required Bound<IDataSource> Source { get; init; }

    /// <summary>What becomes of a run when a case cannot be used.</summary>
    public ErrorPolicy OnError { get; init; }

    /// <summary>What is looked at before cases are used.</summary>
    public DataCheck Check { get; init; }

    /// <summary>What stands for patients, cases and files in what a run leaves.</summary>
    public IdentifierPolicy Identifiers { get; init; }
}

/// <summary>The keys of a stage.</summary>
internal sealed record StageFields
{
    /// <summary>The stages whose outputs it is given, in this order.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>
    /// The stage that it goes on from: of all repeats of a fold the network with the lowest validation loss. It has that stage's transforms, network and trainer, with
    /// its own keys laid over.
    /// </summary>
    public string? Continues { get; init; }

    /// <summary>Which part of a fold it is fitted on: train; validate for a stage that reads others; everything, which leaves nothing to score it on.</summary>
    public FitOn? FitOn { get; init; }

    /// <summary>Into how many parts the training subjects of a fold are divided, so that each is predicted by a model that did not see it; 3 or more where the trainer chooses an epoch.</summary>
    [Range(2, 100)]
    public int? CrossFit { get; init; }

    /// <summary>What it is shown of a case.</summary>
    public StageInput? Input { get; init; }

    /// <summary>Its own cases of the same subjects.</summary>
    public DataFields? Data { get; init; }

    /// <summary>From a loaded case to the network's input, in order.</summary>
    public IReadOnlyList<TransformFields> Transforms { get; init; } = [];

    /// <summary>The network.</summary>
    public Bound<IModelFactory>? Model { get; init; }

    /// <summary>Fits it.</summary>
    public required Bound<ITrainer> Trainer { get; init; }

    /// <summary>How else each case is looked at when it is predicted.</summary>
    public TestTimeSection? TestTime { get; init; }

    /// <summary>Makes probabilities of its outputs, fitted on validation predictions.</summary>
    public Bound<ICalibrator>? Calibrate { get; init; }

    /// <summary>Chooses from which output on a label counts as present; 0.5 without it.</summary>
    public Bound<IThresholdRule>? Threshold { get; init; }

    /// <summary>Joins what folds and repeats say of the same case, fitted on validation predictions; their mean without it.</summary>
    public Bound<IEnsemble>? Ensemble { get; init; }
}

/// <summary>The keys of a control beside its own options.</summary>
internal sealed record ControlFields
{
    [Inline]
    public required Bound<IControl> Control { get; init; }

    /// <summary>Whether a run fails with exit code 5 where the control does.</summary>
    public Obligation Must { get; init; }

    /// <summary>Between which scores it is to lie.</summary>
    public ExpectedBand? Expect { get; init; }
}

/// <summary>The keys of a transform beside its own options.</summary>
internal sealed record TransformFields
{
    [Inline]
    public required Bound<ITransform> Transform { get; init; }

    /// <summary>When it is applied: train, or evaluate; always where it is not given.</summary>
    public Phase? Only { get; init; }
}

/// <summary>The keys of an explainer beside its own options.</summary>
internal sealed record ExplainFields
{
    [Inline]
    public required Bound<IExplainer> Explainer { get; init; }

    /// <summary>Of which stage; of the last one where it is not given.</summary>
    public string? Stage { get; init; }

    /// <summary>For which label; the one with the most positive cases where it is not given.</summary>
    public string? Label { get; init; }

    /// <summary>Of which cases.</summary>
    public ExplainedCases? Cases { get; init; }

    /// <summary>What maps are held to.</summary>
    public MapLimits? Sanity { get; init; }

    /// <summary>An image that marks where the peaks of maps should lie, and how many of them at least.</summary>
    public MapTarget? Inside { get; init; }
}

/// <summary>The figure that a report begins with.</summary>
internal sealed record HeadlineFields
{
    /// <summary>Its name, as in 'metrics'.</summary>
    public required string Metric { get; init; }

    /// <summary>Of which label; over all where it is not given.</summary>
    public string? Label { get; init; }

    /// <summary>Of which stage; of the last one where it is not given.</summary>
    public string? Stage { get; init; }

    /// <summary>On which part: test, or validate.</summary>
    public string? Split { get; init; }

    /// <summary>At which level: case, series, study or subject.</summary>
    public string? At { get; init; }
}
