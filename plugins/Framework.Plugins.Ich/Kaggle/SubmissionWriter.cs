using System.Globalization;
using Framework.Plugins.Ich.Source;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Kaggle;

/// <summary>Writes the challenge's <c>submission.csv</c>: six lines for each slice, joined to the sample file by identity and never by position.</summary>
/// <remarks>Slices that the sample file has and nobody predicted, those that it has not, and those that were predicted twice are errors: none is left out or filled in.</remarks>
/// <param name="options">The sample file.</param>
public sealed class SubmissionWriter(SubmissionOptions options) : IPredictionWriter
{
    private const int Named = 3;

    /// <inheritdoc />
    public string FileName => "submission.csv";

    /// <inheritdoc />
    public void Check(IReadOnlyList<string> labels, IReadOnlyList<Case> cases)
    {
        Columns(labels);
        Compare(SampleSubmission.Read(options.Sample), [.. cases.Select(item => item.Id)]);
    }

    /// <inheritdoc />
    public void Write(Predictions predictions, TextWriter to)
    {
        var columns = Columns(predictions.Labels);
        var sample = SampleSubmission.Read(options.Sample);
        Compare(sample, [.. predictions.Rows.Select(row => row.Case)]);
        var rows = predictions.Rows.Select((row, at) => (row.Case, at)).ToDictionary(pair => pair.Case, pair => pair.at, StringComparer.Ordinal);
        to.Write("ID,Label\n");
        foreach (var (slice, label) in sample.Lines)
        {
            var value = Math.Clamp(predictions.Output(rows[slice], columns[label]), options.Clip, 1 - options.Clip);
            to.Write(string.Create(CultureInfo.InvariantCulture, $"{slice}_{RsnaLabels.Names[label]},{value:R}\n"));
        }
    }

    /// <summary>Where each of the challenge's sub-types stands among what is predicted.</summary>
    private static int[] Columns(IReadOnlyList<string> labels)
    {
        int[] columns = [.. RsnaLabels.Names.Select(name => labels.ToList().IndexOf(name))];
        return columns.Contains(-1)
            ? throw new ExperimentException($"'ich.submission' needs outputs for {string.Join(", ", RsnaLabels.Names)}, and the stage gives {string.Join(", ", labels)}. Name the stage that predicts the challenge's labels.")
            : columns;
    }

    private void Compare(SampleSubmission sample, IReadOnlyList<string> cases)
    {
        var file = Path.GetFileName(options.Sample);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var twice = cases.Where(id => !known.Add(id)).ToList();
        Report(twice, $"predicted twice, and {file} has room for one answer each", "Take copies out of the folder of images.");
        Report([.. known.Where(id => !sample.Slices.Contains(id))], $"predicted and not in {file}", "Predict the slices of the stage that the sample file is of.");
        Report([.. sample.Slices.Where(id => !known.Contains(id))], $"in {file} and not predicted", "Unpack all images of that stage; a case that was left out has no answer.");
    }

    private static void Report(List<string> slices, string what, string mend)
    {
        if (slices.Count > 0)
            throw new DataFormatException(string.Create(CultureInfo.InvariantCulture, $"{slices.Count:N0} slices are {what}: {string.Join(", ", slices.Order(StringComparer.Ordinal).Take(Named))}{(slices.Count > Named ? "..." : "")}. {mend}"));
    }
}
