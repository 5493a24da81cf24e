namespace Framework.Components.Evaluation.Findings;

/// <summary>The share of true places that are found under their own name, for each name: vertebrae, discs, anatomical landmarks (Sekuboyina 2021, VerSe).</summary>
/// <remarks>
/// A place is identified where the finding of its name lies within <c>distance</c> of it and nearer to it than to any other true place of the case. Gives <c>identification-rate</c>
/// and <c>localisation-error</c>, the mean distance of those identified, in millimetres. Places are the middles of boxes. Of several findings of one name the surest counts.
/// </remarks>
/// <param name="options">The distance and the interval.</param>
public sealed class IdentificationRate(IdentificationOptions options) : IFindingMetric
{
    /// <inheritdoc />
    public bool JoinsSlices => options.Join is not null;

    /// <inheritdoc />
    public IReadOnlyList<MetricValue> Compute(Predictions predictions) => ClassFigures.Compute(predictions, KnownTruths.OfObjects, rows => new Figures(rows, options.Distance), options);

    private sealed class Figures : RowFigures
    {
        private readonly (double All, double Identified, double Millimetres)[][] _counts;

        public Figures(IReadOnlyList<IReadOnlyList<CaseFindings>> rows, double distance)
        {
            string[] classes = [.. rows.SelectMany(row => row).SelectMany(item => item.Classes).Distinct()];
            _counts = [.. classes.Select(own => rows.Select(row => Sum(row.SelectMany(item => Errors(item, own, distance)))).ToArray())];
            Names = [.. classes.SelectMany(own => new FigureName[] { new("identification-rate", own), new("localisation-error", own, HigherIsBetter: false) })];
        }

        public override IReadOnlyList<FigureName> Names { get; }

        public override double[] Compute(ReadOnlySpan<double> weights)
        {
            var figures = new List<double>();
            foreach (var counts in _counts)
            {
                var (all, identified, millimetres) = (0.0, 0.0, 0.0);
                for (var i = 0; i < counts.Length; i++)
                    (all, identified, millimetres) = (all + (weights[i] * counts[i].All), identified + (weights[i] * counts[i].Identified), millimetres + (weights[i] * counts[i].Millimetres));
                figures.AddRange([all > 0 ? identified / all : double.NaN, identified > 0 ? millimetres / identified : double.NaN]);
            }

            return [.. figures];
        }

        private static (double All, double Identified, double Millimetres) Sum(IEnumerable<double> errors)
        {
            var all = errors.ToList();
            var identified = all.Where(double.IsFinite).ToList();
            return (all.Count, identified.Count, identified.Sum());
        }

        // For each true place of that name the distance of its finding; infinite where it was not identified.
        private static IEnumerable<double> Errors(CaseFindings item, string name, double distance)
        {
            var places = item.Truths!.Select(truth => (truth.Class, At: Middle(truth, item.Grid))).ToList();
            foreach (var (_, place) in places.Where(truth => truth.Class == name))
            {
                var found = item.Found.Where(finding => finding.Class == name).MaxBy(finding => finding.Score) is { } surest ? Middle(surest, item.Grid) : (PatientPoint?)null;
                var error = found is { } at ? (at - place).Length : double.PositiveInfinity;
                yield return error <= distance && places.All(other => (found!.Value - other.At).Length >= error) ? error : double.PositiveInfinity;
            }
        }

        // A voxel's centre lies half a voxel above its lower edge.
        private static PatientPoint Middle(CaseObject item, VoxelGrid grid)
        {
            var (low, high) = (item.Box.Low, item.Box.High);
            return grid.Geometry.ToPatient(new VoxelPoint(((low.X + high.X) / 2) - 0.5, ((low.Y + high.Y) / 2) - 0.5, ((low.Z + high.Z) / 2) - 0.5));
        }
    }
}
