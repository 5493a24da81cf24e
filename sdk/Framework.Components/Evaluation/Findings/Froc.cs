using System.Globalization;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Free-response operating characteristic: the share of true objects found where so many false findings a case are accepted (Bunch 1978), for each class.</summary>
/// <remarks>
/// Gives <c>froc-RATE</c>, the highest share at a score that lets in at most RATE false findings a case on average, and <c>froc</c>, their mean (CPM, Niemeijer 2011). A second
/// finding on the same object is neither right nor wrong.
/// </remarks>
public sealed class Froc : IFindingMetric
{
    private readonly FrocOptions _options;

    /// <summary>Checks the rates.</summary>
    /// <param name="options">What a hit is, and the rates.</param>
    /// <exception cref="ExperimentException">A rate is not above 0.</exception>
    public Froc(FrocOptions options)
    {
        _options = options;
        if (options.Rates.Any(rate => !(rate > 0) || !double.IsFinite(rate)))
            throw new ExperimentException("'froc' needs 'rates' to be numbers above 0: mean numbers of false findings in a case.");
    }

    /// <inheritdoc />
    public bool JoinsSlices => _options.Join is not null;

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) =>
        ClassFigures.Compute(predictions, KnownTruths.OfObjects, rows => new Figures(rows, _options), _options);

    private sealed class Figures : RowFigures
    {
        private readonly ScoredHits[] _hits;
        private readonly IReadOnlyList<double> _rates;

        public Figures(IReadOnlyList<IReadOnlyList<CaseFindings>> rows, FrocOptions options)
        {
            string[] classes = [.. rows.SelectMany(row => row).SelectMany(item => item.Classes).Distinct()];
            _rates = options.Rates;
            _hits = [.. classes.Select(own => new ScoredHits([.. rows.Select(row => CaseHits.Of(row, own, options.Extent, options.Iou))]))];
            Names = [.. classes.SelectMany(own => _rates.Select(rate => new FigureName($"froc-{rate.ToString(CultureInfo.InvariantCulture)}", own)).Prepend(new FigureName("froc", own)))];
        }

        public override IReadOnlyList<FigureName> Names { get; }

        public override double[] Compute(ReadOnlySpan<double> weights)
        {
            var figures = new List<double>();
            foreach (var hits in _hits)
            {
                var curve = hits.Froc(weights);
                var shares = _rates.Select(rate => curve.Last(point => point.FalsePerCase <= rate).Recall).ToArray();
                figures.AddRange([shares.Average(), .. shares]);
            }

            return [.. figures];
        }
    }
}
