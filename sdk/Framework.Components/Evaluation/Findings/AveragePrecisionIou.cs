using System.Globalization;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Average precision of a detector's findings, by boxes or masks (Lin 2014, Everingham 2010), for each class.</summary>
/// <remarks>
/// Gives <c>average-precision-iou</c>, the mean over the intersections over union asked for, and <c>average-precision-iou-0.5</c> and <c>-0.75</c> where these are among
/// several. A second finding on the same object is wrong; a class without any object has no figure.
/// </remarks>
public sealed class AveragePrecisionIou : IFindingMetric
{
    private const string Name = "average-precision-iou";
    private static readonly double[] Told = [0.5, 0.75];
    private readonly AveragePrecisionIouOptions _options;

    /// <summary>Checks the overlaps.</summary>
    /// <param name="options">What a hit is, and how the area is taken.</param>
    /// <exception cref="ExperimentException">An overlap is not above 0 and at most 1, or stands twice.</exception>
    public AveragePrecisionIou(AveragePrecisionIouOptions options)
    {
        _options = options;
        if (options.Iou.Any(iou => !(iou > 0 && iou <= 1)) || options.Iou.Distinct().Count() != options.Iou.Count)
            throw new ExperimentException("'average-precision-iou' needs 'iou' to be different numbers above 0, at most 1.");
    }

    /// <inheritdoc />
    public bool JoinsSlices => _options.Join is not null;

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) =>
        ClassFigures.Compute(predictions, KnownTruths.OfObjects, rows => new Figures(rows, _options), _options);

    private sealed class Figures : RowFigures
    {
        private readonly ScoredHits[][] _hits;
        private readonly int[] _told;
        private readonly CurveArea _area;

        public Figures(IReadOnlyList<IReadOnlyList<CaseFindings>> rows, AveragePrecisionIouOptions options)
        {
            string[] classes = [.. rows.SelectMany(row => row).SelectMany(item => item.Classes).Distinct()];
            _area = options.Area;
            _told = options.Iou.Count == 1 ? [] : [.. Enumerable.Range(0, options.Iou.Count).Where(at => Told.Contains(options.Iou[at]))];
            _hits = [.. classes.Select(own => options.Iou
                .Select(iou => new ScoredHits([.. rows.Select(row => CaseHits.Of(row, own, options.Extent, iou, options.Most))])).ToArray())];
            Names = [.. classes.SelectMany(own => _told
                .Select(at => new FigureName($"{Name}-{options.Iou[at].ToString(CultureInfo.InvariantCulture)}", own)).Prepend(new FigureName(Name, own)))];
        }

        public override IReadOnlyList<FigureName> Names { get; }

        public override double[] Compute(ReadOnlySpan<double> weights)
        {
            var figures = new List<double>();
            foreach (var own in _hits)
            {
                var areas = new double[own.Length];
                for (var i = 0; i < own.Length; i++)
                    areas[i] = PrecisionArea.Of(own[i], weights, _area);
                figures.AddRange([areas.Average(), .. _told.Select(at => areas[at])]);
            }

            return [.. figures];
        }
    }
}
