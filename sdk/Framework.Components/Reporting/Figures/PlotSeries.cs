namespace Framework.Components.Reporting.Figures;

/// <summary>One line of a plot.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Points">(x, y) in order; a point that is not finite breaks the line.</param>
/// <param name="Color">A CSS colour.</param>
/// <param name="Dashed">Drawn dashed and thinner: references and controls.</param>
/// <param name="Step">Drawn as a staircase that rises or falls before it goes on: precision holds for the recall it was reached with.</param>
public sealed record PlotSeries(string Name, IReadOnlyList<(double X, double Y)> Points, string Color, bool Dashed = false, bool Step = false)
{
    /// <summary>From where to where a band around the line reaches, as many as there are points; empty for none.</summary>
    public IReadOnlyList<(double Low, double High)> Band { get; init; } = [];

    /// <summary>Vertical spans around the points, such as intervals, as many as there are points; empty for none. A series with spans shows its points too.</summary>
    public IReadOnlyList<(double Low, double High)> Spans { get; init; } = [];
}
