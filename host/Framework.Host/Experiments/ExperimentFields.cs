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
    public required string Name { get; init; }

    public ulong Seed { get; init; }

    public PhantomFields? Phantom { get; init; }

    public required DataFields Data { get; init; }

    public CacheSection? Cache { get; init; }

    public AuditSection? Audit { get; init; }

    public required Bound<ISplit> Split { get; init; }

    [Range(1, 1000)]
    public int Repeats { get; init; } = 1;

    [MinLength(1)]
    public required IReadOnlyDictionary<string, StageFields> Stages { get; init; }

    public IReadOnlyList<Level> Levels { get; init; } = [];

    public IReadOnlyList<MetricFields> Metrics { get; init; } = [];

    public ReaderOptions? Readers { get; init; }

    public IReadOnlyList<ControlFields> Controls { get; init; } = [];

    public IReadOnlyList<ExplainFields> Explain { get; init; } = [];

    public IReadOnlyList<PublishedValue> Published { get; init; } = [];

    public HeadlineFields? Headline { get; init; }
}

/// <summary>The keys of a metric beside its own options.</summary>
internal sealed record MetricFields
{
    [Inline]
    public required Bound<IMetric> Metric { get; init; }

    public IReadOnlyList<MetricLevel>? At { get; init; }
}

/// <summary>The keys of a phantom beside its own options.</summary>
internal sealed record PhantomFields
{
    [Inline]
    public required Bound<IPhantom> Phantom { get; init; }

    public required string Out { get; init; }

    [Range(1, int.MaxValue)]
    public required int Cases { get; init; }

    public ulong Seed { get; init; }
}

/// <summary>The keys of a data source beside its own options.</summary>
internal sealed record DataFields
{
    [Inline]
    public required Bound<IDataSource> Source { get; init; }

    public ErrorPolicy OnError { get; init; }

    public DataCheck Check { get; init; }

    public IdentifierPolicy Identifiers { get; init; }
}

/// <summary>The keys of a stage.</summary>
internal sealed record StageFields
{
    public IReadOnlyList<string> Reads { get; init; } = [];

    public FitOn? FitOn { get; init; }

    [Range(3, 100)]
    public int? CrossFit { get; init; }

    public StageInput? Input { get; init; }

    public DataFields? Data { get; init; }

    public IReadOnlyList<TransformFields> Transforms { get; init; } = [];

    public Bound<IModelFactory>? Model { get; init; }

    public required Bound<ITrainer> Trainer { get; init; }

    public TestTimeSection? TestTime { get; init; }

    public Bound<ICalibrator>? Calibrate { get; init; }

    public Bound<IThresholdRule>? Threshold { get; init; }
}

/// <summary>The keys of a control beside its own options.</summary>
internal sealed record ControlFields
{
    [Inline]
    public required Bound<IControl> Control { get; init; }

    public Obligation Must { get; init; }

    public ExpectedBand? Expect { get; init; }
}

/// <summary>The keys of a transform beside its own options.</summary>
internal sealed record TransformFields
{
    [Inline]
    public required Bound<ITransform> Transform { get; init; }

    public Phase? Only { get; init; }
}

/// <summary>The keys of an explainer beside its own options.</summary>
internal sealed record ExplainFields
{
    [Inline]
    public required Bound<IExplainer> Explainer { get; init; }

    public string? Stage { get; init; }

    public string? Label { get; init; }

    public ExplainedCases? Cases { get; init; }

    public MapLimits? Sanity { get; init; }
}

/// <summary>The figure that a report begins with.</summary>
internal sealed record HeadlineFields
{
    public required string Metric { get; init; }

    public string? Label { get; init; }

    public string? Stage { get; init; }

    public string? Split { get; init; }

    public string? At { get; init; }
}
