using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Framework.Components.Data.Tables;

namespace Framework.Host.Tests.Processes;

/// <summary>The table of the hemorrhage study on a small phantom, from DICOM files to the challenge's submission.</summary>
public sealed class IchRunTests
{
    private const string Matrix = "matrix={ stages.classify.model.depth: [34], stages.classify.trainer.loss.pos_weight: [none, balanced], include: { by-slice: { split: { by: case, unsafe: true } } } }";
    private static readonly string[] Variants = ["depth-34.pos_weight-none", "depth-34.pos_weight-balanced", "by-slice"];

    [Fact]
    public async Task Run_SmallTable_GoesFromTheBestRunToASubmissionForEveryVariant()
    {
        using var study = new StudyRun(Path.Combine("ich", "quick-table.yaml"), Matrix,
            "phantom.cases=160", "phantom.test_cases=40", "phantom.matrix_size=32", "phantom.slice_spacing=12", "repeats=2", "stages.classify.trainer.epochs=2", "stages.classify.model.width=4");

        var said = await study.End();

        var rows = study.Json("metrics.json");
        foreach (var variant in Variants)
        {
            Assert.Contains($"finish.0.0@{variant}: goes on from classify.0.", said, StringComparison.Ordinal);
            var asked = File.ReadLines(study.PathOf("data/phantoms/ich-table/stage_2_sample_submission.csv")).Select(Id);
            var given = File.ReadAllLines(study.FileOf($"predict/stage-2-test@{variant}.submission.csv"));
            Assert.Equal(asked, given.Select(Id));
            Assert.True(given.Skip(1).Select(line => line[(line.IndexOf(',') + 1)..]).Distinct().Count() > 100); // no constant, and no copy of the sample
            Assert.Equal(40, Row(rows, variant, "finish", "stage-2-test").GetProperty("n").GetInt32());
            Assert.Equal(2, Row(rows, variant, "classify", "validate").GetProperty("repeats").GetProperty("count").GetInt32());
        }

        var report = study.Report();
        Assert.Contains("The variant 'by-slice' divides cases and not subjects", report, StringComparison.Ordinal);
        Assert.Contains("an optimism of", report, StringComparison.Ordinal);
        Assert.Contains("6 of 7 published figures of weighted-log-loss are worse than a constant: predicting each label's prevalence, whatever the image shows, scores 0.231", report, StringComparison.Ordinal);
        foreach (var expected in new[] { "0.808", "0.647", "0.001245", "0.0793", "is the lowest of 2", "Training loss, classify@depth-34.pos_weight-none", "Validation loss, classify@depth-34.pos_weight-none" })
            Assert.Contains(expected, report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SequenceQuick_BothThatSeeNeighboursBeatTheSingleSliceByThePairedTest()
    {
        using var study = new StudyRun(Path.Combine("ich", "sequence-quick.yaml"));

        await study.End();

        double Loss(string stage, string? control = null) => study.Figure(stage, control, "weighted-log-loss", null);
        Assert.True(Loss("slice") < Loss("slice", "prevalence"), $"{Loss("slice")}, {Loss("slice", "prevalence")}");
        foreach (var stage in new[] { "slice", "neighbours", "sequence" })
            Assert.Equal(WeightedLogLoss(study.FileOf($"predictions/{stage}.test.csv")), Loss(stage), 1e-6);
        var rows = Rows(study.Report()).ToList();
        foreach (var stage in new[] { "neighbours", "sequence" })
        {
            var row = rows.Single(cells => cells is ["weighted-log-loss", "all", var better, "slice", ..] && better == stage);
            var (difference, p) = (Regex.Match(row[6], @"^(-0\.\d+) +\[(-0\.\d+), (-0\.\d+)\]$"), double.Parse(row[7], CultureInfo.InvariantCulture));
            Assert.True(difference.Success, $"{stage}: {row[6]}"); // its whole interval is below 0
            Assert.Equal(Loss(stage) - Loss("slice"), double.Parse(difference.Groups[1].Value, CultureInfo.InvariantCulture), 6e-4);
            Assert.InRange(p, 0, 0.05);
        }
    }

    private static IEnumerable<string[]> Rows(string report) => Regex.Matches(report, "<tr>.*?</tr>", RegexOptions.Singleline)
        .Select(row => Regex.Matches(row.Value, "<td[^>]*>(.*?)</td>", RegexOptions.Singleline).Select(cell => Regex.Replace(cell.Groups[1].Value, "<[^>]*>", " ").Trim()).ToArray());

    // The challenge's measure by its definition: 'any' counts twice.
    private static double WeightedLogLoss(string file)
    {
        var table = CsvTable.Read(file, file);
        string[] labels = [.. table.Columns.Where(column => column.StartsWith("output.", StringComparison.Ordinal)).Select(column => column["output.".Length..])];
        return table.Rows.Average(row => labels.Sum(label => Weight(label) * Loss(Number(row.Cells[table.Find("target." + label)]), Number(row.Cells[table.Find("output." + label)]))) / labels.Sum(Weight));

        static double Weight(string label) => label == "any" ? 2 : 1;
        static double Loss(double truth, double output) => truth > 0.5 ? -Math.Log(output) : -Math.Log(1 - output);
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string Id(string line) => line[..line.IndexOf(',')];

    private static JsonElement Row(IReadOnlyList<JsonElement> rows, string variant, string stage, string split) => rows.Single(row =>
        row.GetProperty("stage").GetString() == stage && row.GetProperty("split").GetString() == split && row.GetProperty("variant").GetString() == variant
        && row.GetProperty("name").GetString() == "weighted-log-loss" && row.GetProperty("control").ValueKind == JsonValueKind.Null);
}
