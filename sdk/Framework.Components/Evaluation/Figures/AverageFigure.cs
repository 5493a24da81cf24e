namespace Framework.Components.Evaluation.Figures;

/// <summary>The mean of other figures of the same list; those that are not defined are left out.</summary>
internal sealed class AverageFigure(int[] over, IReadOnlyList<Figure> figures, bool bySupport)
{
    public double Of(ReadOnlySpan<int> times, ReadOnlySpan<double> values)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var at in over)
        {
            var value = figures[at].InAverage is { } inAverage ? inAverage(times) : values[at];
            var weight = bySupport && figures[at].Support is { } support ? support(times) : 1;
            if (double.IsNaN(value))
                continue;
            sum += weight * value;
            weights += weight;
        }

        return sum / weights;
    }
}
