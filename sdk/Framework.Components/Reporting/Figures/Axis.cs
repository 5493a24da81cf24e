using System.Globalization;

namespace Framework.Components.Reporting.Figures;

/// <summary>One axis of a plot: a range of values on a range of pixels.</summary>
internal sealed class Axis
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;

    private Axis(double low, double high, double from, double to)
    {
        _low = low;
        _high = high;
        _from = from;
        _to = to;
    }

    /// <summary>An axis over the finite values, or over [0, 1] where there are none.</summary>
    public static Axis Over(IEnumerable<double> values, double from, double to)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).ToArray();
        var (low, high) = double.IsNaN(finite[0]) ? (0, 1) : (finite.Min(), finite.Max());
        if (high - low < 1e-12)
            (low, high) = (low - 0.5, high + 0.5);
        return new Axis(low, high, from, to);
    }

    public double Place(double value) => _from + ((value - _low) / (_high - _low) * (_to - _from));

    /// <summary>About five round values inside the range: 1, 2 or 5 times a power of ten apart.</summary>
    public IEnumerable<(double Value, string Text)> Ticks()
    {
        var raw = (_high - _low) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10);
        var format = "F" + Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9)).ToString(CultureInfo.InvariantCulture);
        for (var i = Math.Ceiling((_low / step) - 1e-9); i * step <= _high + (step * 1e-9); i++)
            yield return (i * step, (i * step == 0 ? 0 : i * step).ToString(format, CultureInfo.InvariantCulture));
    }
}
