namespace Framework.Host.Engines;

/// <summary>How far a piece of work is.</summary>
/// <param name="Done">Parts done.</param>
/// <param name="Total">Parts in all; 0 where nobody knows yet.</param>
/// <param name="Detail">What to show beside it: a loss, a rate.</param>
internal readonly record struct Advance(double Done, double Total, string Detail = "")
{
    /// <summary>0 to 1.</summary>
    public double Fraction => Total > 0 ? Math.Clamp(Done / Total, 0, 1) : 0;
}
