namespace Framework.Components.Evaluation.Findings;

/// <summary>Cases of one class as numbers of findings and objects: the ground of recall and precision.</summary>
internal abstract class HitFigures : RowFigures
{
    private readonly (double Hits, double Of, double Others)[][] _counts;

    /// <param name="names">Pooled share, mean and deviation over cases, and others' number in a case; null leaves the last one out.</param>
    /// <param name="rows">The cases of each row, whose truths are known.</param>
    /// <param name="options">What a hit is.</param>
    protected HitFigures((string Name, string? Others) names, IReadOnlyList<IReadOnlyList<CaseFindings>> rows, DetectionOptions options)
    {
        string[] classes = [.. rows.SelectMany(row => row).SelectMany(item => item.Classes).Distinct()];
        _counts = [.. classes.Select(own => rows.Select(row => Count(CaseHits.Of(row, own, options.Extent, options.Iou), options.Score)).ToArray())];
        HasOthers = names.Others is not null;
        Names = [.. classes.SelectMany(own => new[] { new FigureName(names.Name, own), new($"{names.Name}-mean", own), new($"{names.Name}-sd", own, HigherIsBetter: false) }
            .Concat(names.Others is { } others ? [new FigureName(others, own, HigherIsBetter: false)] : []))];
    }

    public override IReadOnlyList<FigureName> Names { get; }

    private bool HasOthers { get; }

    public override double[] Compute(ReadOnlySpan<double> weights)
    {
        var figures = new List<double>();
        foreach (var counts in _counts)
        {
            var (hits, of, others, rows) = (0.0, 0.0, 0.0, 0.0);
            for (var i = 0; i < counts.Length; i++)
                (hits, of, others, rows) = (hits + (weights[i] * counts[i].Hits), of + (weights[i] * counts[i].Of), others + (weights[i] * counts[i].Others), rows + weights[i]);
            // A case with nothing to be found, or nothing found, has no share of its own.
            var (mean, deviation) = Spread([.. counts.Select(own => own.Of > 0 ? own.Hits / own.Of : double.NaN)], weights);
            figures.AddRange([of > 0 ? hits / of : double.NaN, mean, deviation]);
            if (HasOthers)
                figures.Add(others / rows);
        }

        return [.. figures];
    }

    /// <summary>How many of how many, and how many others, in one case.</summary>
    protected abstract (double Hits, double Of, double Others) Count(CaseHits hits, double score);
}
