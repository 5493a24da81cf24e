using System.Globalization;
using System.Text.Json;
using Framework.Components.Data.Findings;
using Framework.Components.Data.Tables;
using Framework.Components.Transforms.Annotations;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>The lumbar study from its phantom to tables for people, small, through the real executable.</summary>
public sealed class LumbarRunTests : IDisposable
{
    private static readonly string[] Levels = ["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"];
    private static readonly string Study = Path.Combine(SharedData.RepositoryRoot, "experiments", "deepspine", "quick.yaml");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ASmallCohort_SegmentsNamesAndGrades()
    {
        File.Copy(Study, _folder.File("quick.yaml"));
        var (code, output, error) = await HostProcess.Run(
            _folder.Path, "run", "quick.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1", "--set", "phantom.cases=30", "--set", "phantom.sagittal_pixel=2.8", "--set", "phantom.axial_pixel=3",
            "--set", "phantom.slice_spacing=6.5", "--set", "stages.segment.trainer.steps=100", "--set", "stages.grade.trainer.epochs=1", "--set", "data.identifiers=keep", "--set", "stages.grade.data.identifiers=keep");
        Assert.True(code == 0, error);
        var run = Path.Combine(_folder.Path, output.Trim());

        Assert.True(Figure(run, "dice", "all") >= 0.85, $"Dice is {Figure(run, "dice", "all")}");
        Assert.InRange(Figure(run, "within-one", "canal"), 0, 1);
        Assert.InRange(Figure(run, "auroc", "flavum.present"), 0, 1);
        AssertNamed(run);
        await AssertTables(run);
    }

    // Discs named by the masks that the network predicted for test cases, against where the phantom put them.
    private void AssertNamed(string run)
    {
        var truth = CsvTable.Read(_folder.File("data/phantoms/deepspine-quick/truth.csv"), "truth.csv");
        ITransform naming = new NameLevelsTransform(new NameLevelsOptions { Levels = Levels, WithoutSacrum = NoSacrum.LowestIsLast });
        var unit = Path.Combine(run, "units", "segment.0.0");
        using var workspace = new SampleWorkspace();
        var (right, all) = (0, 0);
        foreach (var (_, name, findings) in FindingsFile.Read(Path.Combine(unit, FindingsFile.Name)))
        {
            var mask = new MaskFolder(unit).Read(findings, workspace)!;
            var sample = new Sample(new Case { Id = name, Subject = name, Labels = [] }, mask).With(mask, "mask");
            var named = naming.Apply(sample, new TransformContext(workspace, new RandomStream(1), Phase.Train)).Landmarks;
            foreach (var row in truth.Rows.Where(row => row.Cells[0] == name))
            {
                double At(string axis) => double.Parse(row.Cells[truth.Find(axis)], CultureInfo.InvariantCulture);
                right += named.FirstOrDefault(landmark => landmark.Name == row.Cells[1]) is { } found && (found.Place - new PatientPoint(At("x"), At("y"), At("z"))).Length < 8 ? 1 : 0;
                all++;
            }
        }

        Assert.True(all >= 30, $"{all} discs");
        Assert.True(right >= 0.95 * all, $"{right} of {all}");
    }

    private async Task AssertTables(string run)
    {
        var predictions = Path.Combine(run, "predictions", "grade.test.csv");
        foreach (var name in new[] { "levels.csv", "levels.html" })
        {
            var (code, _, error) = await HostProcess.Run(_folder.Path, "table", "deepspine.level-table", "--in", predictions, "--out", name);
            Assert.True(code == 0, error);
        }

        var table = CsvTable.Read(_folder.File("levels.csv"), "levels.csv");
        Assert.Equal(["study", "level", "left foraminal stenosis"], table.Columns.Take(3));
        Assert.Equal(Levels, table.Rows.Take(5).Select(row => row.Cells[1]));
        var study = table.Rows[0].Cells[0];
        Assert.Equal(5, CsvTable.Read(_folder.File($"levels.{study}.csv"), study).Rows.Count);
        Assert.Contains("<td class=\"\">L4-L5</td>", File.ReadAllText(_folder.File($"levels.{study}.html")), StringComparison.Ordinal);
    }

    private static double Figure(string run, string name, string label)
    {
        using var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "metrics.json")));
        return metrics.RootElement.EnumerateArray().Single(row => Text(row, "split") == "test" && Text(row, "name") == name && Text(row, "label") == label && Text(row, "control") is null).GetProperty("value").GetDouble();
    }

    private static string? Text(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() : null;
}
