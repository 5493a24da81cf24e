namespace Framework.Components.Evaluation.Findings;

/// <summary>Mean and deviation over cases of an overlap of masks, and the overlap of all cases' voxels together.</summary>
internal sealed class OverlapFigures : RowFigures
{
    private readonly IReadOnlyList<string> _classes;
    private readonly ClassOverlap[][] _overlaps;
    private readonly Func<double, double, double, double> _score;
    private readonly EmptyCase _empty;

    /// <param name="name">The metric's name.</param>
    /// <param name="score">From voxels in both, predicted and true to the figure; NaN where all are 0.</param>
    /// <param name="rows">The cases of each row, whose truths are known.</param>
    /// <param name="options">From which score findings count, and what empty cases do.</param>
    public OverlapFigures(string name, Func<double, double, double, double> score, IReadOnlyList<IReadOnlyList<CaseFindings>> rows, OverlapOptions options)
    {
        _score = score;
        _empty = options.Empty;
        _classes = [.. rows.SelectMany(row => row).SelectMany(item => item.Classes).Distinct()];
        _overlaps = [.. _classes.Select(own => rows.Select(row => Of(row, own, options.Score)).ToArray())];
        Names = [.. _classes.SelectMany(own => new FigureName[] { new(name, own), new($"{name}-sd", own, HigherIsBetter: false), new($"{name}-pooled", own) })];
    }

    public override IReadOnlyList<FigureName> Names { get; }

    public override double[] Compute(ReadOnlySpan<double> weights)
    {
        var figures = new List<double>();
        foreach (var overlaps in _overlaps)
        {
            var (both, predicted, truth) = (0.0, 0.0, 0.0);
            for (var i = 0; i < overlaps.Length; i++)
            {
                both += weights[i] * overlaps[i].Intersection!.Value;
                predicted += weights[i] * overlaps[i].Predicted;
                truth += weights[i] * overlaps[i].Truth!.Value;
            }

            var (mean, deviation) = Spread([.. overlaps.Select(OfCase)], weights);
            figures.AddRange([mean, deviation, _score(both, predicted, truth)]);
        }

        return [.. figures];
    }

    /// <summary>The overlap of one class in a case: that of its label map, or of all findings from a score on with all true objects.</summary>
    public static ClassOverlap Of(CaseFindings item, string name, double score)
    {
        if (item.Overlaps.FirstOrDefault(overlap => overlap.Class == name) is { } known)
            return known;
        var found = RunLengthMask.Union(item.Found.Where(finding => finding.Class == name && finding.Score >= score).Select(ObjectOverlap.MaskOf));
        var truth = RunLengthMask.Union(item.Truths!.Where(own => own.Class == name).Select(ObjectOverlap.MaskOf));
        return new ClassOverlap(name, found.Count, truth.Count, found.CountShared(truth));
    }

    private static ClassOverlap Of(IReadOnlyList<CaseFindings> cases, string name, double score)
    {
        var overlaps = cases.Select(item => Of(item, name, score)).ToList();
        return new ClassOverlap(name, overlaps.Sum(own => own.Predicted), overlaps.Sum(own => own.Truth), overlaps.Sum(own => own.Intersection));
    }

    private double OfCase(ClassOverlap overlap)
    {
        var score = _score(overlap.Intersection!.Value, overlap.Predicted, overlap.Truth!.Value);
        return double.IsNaN(score) && _empty == EmptyCase.One ? 1 : score;
    }
}
