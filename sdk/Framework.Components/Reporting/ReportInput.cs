using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>Everything a report shows; plain values, so that it can be rebuilt from a run folder.</summary>
public sealed record ReportInput
{
    /// <summary>The experiment's name.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences on what was run, or the experiment file's head comment.</summary>
    public string Description { get; init; } = "";

    /// <summary>Which figure comes first.</summary>
    public HeadlineChoice Headline { get; init; } = new();

    /// <summary>How the source came to its cases, step by step.</summary>
    public IReadOnlyList<FlowStep> Flow { get; init; } = [];

    /// <summary>How many times the subjects were divided, folds times repeats; the parts are those of the first.</summary>
    public int Folds { get; init; } = 1;

    /// <summary>How many cases and subjects each part has, and how many positives of each label.</summary>
    public IReadOnlyList<PartSummary> Parts { get; init; } = [];

    /// <summary>Every metric value, of the run and of its controls.</summary>
    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>Loss by epoch for each unit.</summary>
    public IReadOnlyList<LossHistory> Losses { get; init; } = [];

    /// <summary>Predictions that ROC and precision-recall curves are drawn from.</summary>
    public IReadOnlyList<PredictionSet> Predictions { get; init; } = [];

    /// <summary>Cases shown as images: the most confident right and wrong ones.</summary>
    public IReadOnlyList<ExampleCase> Examples { get; init; } = [];

    /// <summary>What a publication reports, shown beside ours.</summary>
    public IReadOnlyList<PublishedScore> Published { get; init; } = [];

    /// <summary>Versions, seeds, device, command line; no patient data.</summary>
    public IReadOnlyList<(string Name, string Value)> Provenance { get; init; } = [];

    /// <summary>What else there is to say; <see cref="ReportSection.Place"/> says where.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];
}
