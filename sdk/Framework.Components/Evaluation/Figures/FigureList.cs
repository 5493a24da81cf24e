namespace Framework.Components.Evaluation.Figures;

/// <summary>The figures of a metric over a cohort.</summary>
internal sealed class FigureList
{
    private readonly List<Figure> _figures = [];
    private readonly List<AverageFigure?> _averages = [];

    /// <summary>What each figure is.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>Adds a figure.</summary>
    /// <returns>Its position.</returns>
    public int Add(Figure figure)
    {
        _figures.Add(figure);
        _averages.Add(null);
        return _figures.Count - 1;
    }

    /// <summary>Adds the mean of figures that are there already.</summary>
    /// <param name="basis">What it is of.</param>
    /// <param name="over">Positions of those figures.</param>
    /// <param name="bySupport">Whether those with more positives count more.</param>
    /// <returns>Its position.</returns>
    public int AddAverage(FigureBasis basis, int[] over, bool bySupport)
    {
        _figures.Add(new Figure(basis, _ => double.NaN));
        _averages.Add(new AverageFigure(over, _figures, bySupport));
        return _figures.Count - 1;
    }

    /// <summary>Computes them all.</summary>
    /// <param name="times">How often each unit of the cohort counts.</param>
    /// <param name="values">As many as figures; NaN where one is not defined.</param>
    public void Compute(ReadOnlySpan<int> times, Span<double> values)
    {
        for (var i = 0; i < _figures.Count; i++)
            values[i] = _averages[i] is { } average ? average.Of(times, values) : _figures[i].Own(times);
    }
}
