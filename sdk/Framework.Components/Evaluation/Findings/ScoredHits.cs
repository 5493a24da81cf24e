namespace Framework.Components.Evaluation.Findings;

/// <summary>The findings of one class in all cases, from the highest score to the lowest.</summary>
internal sealed class ScoredHits
{
    private readonly int[] _truths;
    private readonly (double Score, Hit Hit, int Row)[] _findings;

    public ScoredHits(IReadOnlyList<CaseHits> cases)
    {
        _truths = [.. cases.Select(item => item.Truths)];
        // The order of equal scores is that of the cases: a stable sort, as COCO's is.
        _findings = [.. cases.SelectMany((item, row) => item.Findings.Select(finding => (finding.Score, finding.Hit, row))).OrderByDescending(finding => finding.Score)];
    }

    /// <summary>The share of objects found against false findings a case, one point for each different score after the first, (0, 0).</summary>
    /// <param name="weights">How often each case counts.</param>
    public List<(double FalsePerCase, double Recall, double Score)> Froc(ReadOnlySpan<double> weights)
    {
        var (truths, cases) = Totals(weights);
        var (right, wrong) = (0.0, 0.0);
        var curve = new List<(double, double, double)> { (0, truths > 0 ? 0 : double.NaN, double.PositiveInfinity) };
        for (var i = 0; i < _findings.Length; i++)
        {
            var (score, hit, row) = _findings[i];
            right += hit == Hit.True ? weights[row] : 0;
            wrong += hit == Hit.False ? weights[row] : 0;
            if (i + 1 == _findings.Length || _findings[i + 1].Score != score)
                curve.Add((wrong / cases, truths > 0 ? right / truths : double.NaN, score));
        }

        return curve;
    }

    /// <summary>Recall and precision after each finding; a second finding on the same object is a wrong one.</summary>
    /// <param name="weights">How often each case counts.</param>
    public (double[] Recall, double[] Precision) RecallPrecision(ReadOnlySpan<double> weights)
    {
        var (truths, _) = Totals(weights);
        var (recall, precision) = (new double[_findings.Length], new double[_findings.Length]);
        var (right, all) = (0.0, 0.0);
        for (var i = 0; i < _findings.Length; i++)
        {
            var (_, hit, row) = _findings[i];
            right += hit == Hit.True ? weights[row] : 0;
            all += weights[row];
            recall[i] = truths > 0 ? right / truths : double.NaN;
            precision[i] = all > 0 ? right / all : 0;
        }

        return (recall, precision);
    }

    /// <summary>Whether there is any object among the cases that count.</summary>
    public bool HasTruths(ReadOnlySpan<double> weights) => Totals(weights).Truths > 0;

    private (double Truths, double Cases) Totals(ReadOnlySpan<double> weights)
    {
        var (truths, cases) = (0.0, 0.0);
        for (var row = 0; row < _truths.Length; row++)
            (truths, cases) = (truths + (weights[row] * _truths[row]), cases + weights[row]);
        return (truths, cases);
    }
}
