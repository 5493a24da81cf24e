using System.Text.Json;

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

    private static string Id(string line) => line[..line.IndexOf(',')];

    private static JsonElement Row(IReadOnlyList<JsonElement> rows, string variant, string stage, string split) => rows.Single(row =>
        row.GetProperty("stage").GetString() == stage && row.GetProperty("split").GetString() == split && row.GetProperty("variant").GetString() == variant
        && row.GetProperty("name").GetString() == "weighted-log-loss" && row.GetProperty("control").ValueKind == JsonValueKind.Null);
}
