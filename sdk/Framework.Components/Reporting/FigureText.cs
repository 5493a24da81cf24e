using System.Globalization;
using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>Figures as text, the same everywhere in a report.</summary>
internal static class FigureText
{
    /// <summary>Three decimals, more where it is small, or a dash where it is not defined.</summary>
    public static string Number(double value) => HtmlPage.Number(value);

    /// <summary>The confidence interval; empty where there is none.</summary>
    public static string Interval(MetricValue metric) => metric is { Low: { } low, High: { } high, Level: { } level }
        ? string.Create(CultureInfo.InvariantCulture, $"[{Number(low)}, {Number(high)}] {level * 100:0.#} %")
        : "";

    /// <summary>A mean with its standard deviation.</summary>
    public static string Spread(double mean, double deviation) => $"{Number(mean)} ± {Number(deviation)}";

    /// <summary>A whole number with groups of three.</summary>
    public static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
