namespace Framework.Sdk;

/// <summary>What an earlier stage said of one case, by a model that was not fitted on that case. Nothing that is true of the case is in it.</summary>
public sealed record StageOutput
{
    /// <summary>The case of the earlier stage.</summary>
    public required Case Case { get; init; }

    /// <summary>The earlier stage's labels.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>A probability for each label.</summary>
    public required IReadOnlyList<double> Outputs { get; init; }

    /// <summary>The feature vector behind these outputs; empty where the stage keeps none.</summary>
    public IReadOnlyList<float> Features { get; init; } = [];

    /// <summary>What a detector found, from the highest score to the lowest; empty where it found nothing or is no detector.</summary>
    public IReadOnlyList<ScoredBox> Boxes { get; init; } = [];

    /// <summary>The same on the grid of the earlier stage's scan, with masks where it has some, and without truths; null where the stage finds nothing of that kind.</summary>
    public CaseFindings? Findings { get; init; }

    /// <summary>
    /// Reads the label map that the stage predicted, (1, y, x) or (1, z, y, x) on the grid of <see cref="Findings"/>: whole numbers, 0 for the background.
    /// Null where the stage predicts none.
    /// </summary>
    public Func<SampleWorkspace, Image>? ReadMask { get; init; }

    /// <summary>What an earlier stage said of a case, and found in it.</summary>
    /// <param name="item">Its case.</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="outputs">A probability for each label.</param>
    /// <param name="findings">What was found; truths are taken off. Null where the stage finds nothing of that kind.</param>
    /// <param name="readMask">Reads the label map; null where there is none.</param>
    public static StageOutput Of(Case item, IReadOnlyList<string> labels, IReadOnlyList<double> outputs, CaseFindings? findings, Func<SampleWorkspace, Image>? readMask) => new()
    {
        Case = item,
        Labels = labels,
        Outputs = outputs,
        Boxes = findings is null ? [] : [.. findings.Found.Select(found => new ScoredBox(found.InPatient(findings.Grid), found.Score))],
        Findings = findings?.WithoutTruths(),
        ReadMask = readMask,
    };
}
