using System.Globalization;
using Framework.Sdk;

namespace Study.Assembly;

/// <summary>Writes a line for each case and label, as challenges ask for: <c>case,label,probability</c>.</summary>
public sealed class AnswersWriter : IPredictionWriter
{
    /// <inheritdoc />
    public string FileName => "answers.csv";

    /// <inheritdoc />
    public void Check(IReadOnlyList<string> labels, IReadOnlyList<Case> cases) => RequireOneEach(cases.Select(item => item.Id));

    /// <inheritdoc />
    public void Write(Predictions predictions, TextWriter to)
    {
        RequireOneEach(predictions.Rows.Select(row => row.Case));
        to.Write("case,label,probability\n");
        for (var row = 0; row < predictions.Rows.Count; row++)
        {
            for (var label = 0; label < predictions.Labels.Count; label++)
                to.Write(string.Create(CultureInfo.InvariantCulture, $"{predictions.Rows[row].Case},{predictions.Labels[label]},{predictions.Output(row, label):R}\n"));
        }
    }

    private static void RequireOneEach(IEnumerable<string> cases)
    {
        if (cases.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new DataFormatException($"'study-name.answers' has room for one answer to each case, and '{twice.Key}' is predicted twice. Take the copy out of the data.");
    }
}
