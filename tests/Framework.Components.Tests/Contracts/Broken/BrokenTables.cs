using System.Globalization;

namespace Framework.Components.Tests.Contracts.Broken;

/// <summary>Reads numbers as the system's language writes them, and falls over anything else.</summary>
internal sealed class CarelessTool : ITableTool
{
    public IReadOnlyList<IndexTable> Make(IndexTable table) =>
        [new IndexTable("halves of all", ["half", "half"], [.. table.Rows.Select(row => (IReadOnlyList<string>)[(double.Parse(row[1], CultureInfo.CurrentCulture) / 2).ToString(CultureInfo.CurrentCulture)])])];
}

/// <summary>Writes answers in the order in which they come, under names of its own, and looks at the truth.</summary>
internal sealed class PositionalWriter : IPredictionWriter
{
    public string FileName => "out/answers";

    public void Check(IReadOnlyList<string> labels, IReadOnlyList<Case> cases)
    {
    }

    public void Write(Predictions predictions, TextWriter to)
    {
        if (predictions.Labels.Count != 2)
            throw new InvalidOperationException("two");
        for (var row = 0; row < predictions.Rows.Count; row++)
            to.Write(string.Create(CultureInfo.CurrentCulture, $"{row},{predictions.Output(row, 0)},{predictions.Target(row, 0)}\r\n"));
    }
}

/// <summary>Adds outputs up where it should average them, and counts its calls as weights.</summary>
internal sealed class SummingEnsemble : IEnsemble
{
    private int _calls;

    public double Weigh(ValidationPredictions member) => -_calls++;

    public void Apply(IReadOnlyList<double> figures, IReadOnlyList<double> weights, ReadOnlySpan<double> outputs, Span<double> joined)
    {
        joined.Clear();
        for (var at = 0; at < outputs.Length; at++)
            joined[at % joined.Length] += outputs[at];
    }
}
