using Framework.Components.Controls;
using Framework.Components.Evaluation.Levels;
using Framework.Components.Evaluation.Readers;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>A checked experiment: its file bound to objects, before any data is read.</summary>
internal sealed record Experiment
{
    /// <summary>The file as it was given on the command line.</summary>
    public required string File { get; init; }

    /// <summary>The name of its runs' folder.</summary>
    public required string Name { get; init; }

    /// <summary>Everything random in a run follows from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The same experiment with every default and the origin of every value.</summary>
    public required ResolvedDocument Document { get; init; }

    /// <summary>Hexadecimal SHA-256 of the canonical resolved document: the same for the same meaning, however it is written.</summary>
    public string Hash => Document.Hash;

    /// <summary>The synthetic cohort to write first; null where the data are there already.</summary>
    public PhantomSection? Phantom { get; init; }

    /// <summary>Where cases come from.</summary>
    public required DataSection Data { get; init; }

    /// <summary>What is kept of prepared samples.</summary>
    public CacheSection Cache { get; init; } = new();

    /// <summary>What a unit asks a cluster for.</summary>
    public ResourcesSection Resources { get; init; } = new();

    /// <summary>What is looked for in the data before anything is trained.</summary>
    public AuditSection Audit { get; init; } = new();

    /// <summary>What each subject is for.</summary>
    public required Bound<ISplit> Split { get; init; }

    /// <summary>How often everything is fitted anew on each division of the subjects, each time with other initial weights and another order of cases.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The values of <c>matrix</c> that this is the experiment with, as the name of a folder; null without a matrix.</summary>
    public string? Variant { get; init; }

    /// <summary>The experiment with the other values of <c>matrix</c>, in order.</summary>
    public IReadOnlyList<Experiment> OtherVariants { get; init; } = [];

    /// <summary>Each stage after those that it reads; at least one.</summary>
    public required IReadOnlyList<StageSection> Stages { get; init; }

    /// <summary>What cases are joined into, from the lowest up.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>What predictions are scored with.</summary>
    public required IReadOnlyList<Bound<IMetric>> Metrics { get; init; }

    /// <summary>The levels of a metric by its name; those that are not named are computed at every level.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MetricLevels { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The stages that a metric scores, by its name; those that are not named score every one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MetricStages { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>People's calls of the same cases; null where there are none.</summary>
    public ReaderOptions? Readers { get; init; }

    /// <summary>Runs beside the run that show what a score is worth.</summary>
    public required IReadOnlyList<Bound<IControl>> Controls { get; init; }

    /// <summary>What each of them is to show, in the same order.</summary>
    public IReadOnlyList<ControlRule> ControlRules { get; init; } = [];

    /// <summary>Maps of what answers come from.</summary>
    public IReadOnlyList<ExplainSection> Explain { get; init; } = [];

    /// <summary>New cases that are predicted once everything is fitted.</summary>
    public IReadOnlyList<PredictSection> Predict { get; init; } = [];

    /// <summary>Scores of a paper, shown beside ours.</summary>
    public required IReadOnlyList<PublishedValue> Published { get; init; }

    /// <summary>This experiment and its other variants; itself alone without a matrix.</summary>
    public IEnumerable<Experiment> AllVariants() => OtherVariants.Prepend(this);

    /// <summary>The levels that a metric is computed at; null for every one.</summary>
    public IReadOnlyList<string>? LevelsOf(Bound<IMetric> metric) => MetricLevels.GetValueOrDefault(metric.Name);

    /// <summary>Whether a metric scores a stage.</summary>
    public bool Scores(Bound<IMetric> metric, string stage) => MetricStages.GetValueOrDefault(metric.Name)?.Contains(stage) ?? true;

    /// <summary>The figure that the report begins with; null leaves it to the report.</summary>
    public HeadlineFields? Headline { get; init; }
}
