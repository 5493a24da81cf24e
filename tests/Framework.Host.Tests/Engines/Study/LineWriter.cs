using System.Globalization;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Writes a line for each case; refuses cases whose names do not begin with 'c'.</summary>
public sealed class LineWriter : IPredictionWriter
{
    public string FileName => "lines.txt";

    public void Check(IReadOnlyList<string> labels, IReadOnlyList<Case> cases)
    {
        if (cases.FirstOrDefault(item => item.Id[0] != 'c') is { } wrong)
            throw new DataFormatException($"'{wrong.Id}' does not begin with 'c'.");
    }

    public void Write(Predictions predictions, TextWriter to)
    {
        for (var row = 0; row < predictions.Rows.Count; row++)
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{predictions.Rows[row].Case} {predictions.Output(row, 0):R}"));
    }
}
