namespace Framework.Components.Evaluation.Findings;

/// <summary>Figures over cases that can be counted more than once or not at all: everything that does not depend on that is worked out before.</summary>
internal abstract class RowFigures
{
    /// <summary>The figures, in the order of <see cref="Compute"/>.</summary>
    public abstract IReadOnlyList<FigureName> Names { get; }

    /// <summary>The figures' values; NaN where one is not defined.</summary>
    /// <param name="weights">How often each row counts.</param>
    public abstract double[] Compute(ReadOnlySpan<double> weights);

    /// <summary>Mean and deviation (that of a sample, n - 1) of values that are defined.</summary>
    protected static (double Mean, double Deviation) Spread(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (count, sum) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
                (count, sum) = (count + weights[i], sum + (weights[i] * values[i]));
        }

        var (mean, squares) = (sum / count, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
                squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }

        return (count > 0 ? mean : double.NaN, count > 1 ? Math.Sqrt(squares / (count - 1)) : double.NaN);
    }
}
