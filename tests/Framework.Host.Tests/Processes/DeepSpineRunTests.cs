using Framework.Components.Data.Tables;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Processes;

/// <summary>The lumbar spine from the phantom and its reports to the table that a radiologist reads.</summary>
public sealed class DeepSpineRunTests
{
    private const string Data = "data/phantoms/deepspine-quick";
    private static readonly string[] Conditions = ["left_foraminal", "right_foraminal", "canal", "disc_bulge", "disc_osteophyte", "left_facet", "right_facet", "flavum", "lipomatosis"];

    [Fact]
    public async Task Run_Quick_SegmentsNamesGradesAndTells()
    {
        using var study = new StudyRun(Path.Combine("deepspine", "quick.yaml"));
        await study.End();

        Assert.InRange(study.Figure("segment", null, "dice", "vertebra"), 0.85, 1);
        Assert.InRange(study.Figure("levels", null, "identification-rate", null), 0.95, 1);
        Assert.InRange(study.Figure("grade", null, "kappa", "canal"), 0.6, 1); // two seeds gave 0.88 and 0.84
        Assert.True(study.Figure("grade", null, "within-one", "canal") > study.Figure("grade", "prevalence", "within-one", "canal"));
        Assert.InRange(study.Figure("grade", null, "auroc", "disc_osteophyte.present"), 0.85, 1);
        Assert.InRange(AgreementOfReports(study), 0.97, 1);

        await study.Then("predict", "latest", "--input", Data, "--set", $"stages.grade.data.root={Data}", "--out", "p.csv");
        await study.Then("table", "deepspine.level-table", "--in", "p.csv", "--out", "levels.csv");
        await study.Then("table", "deepspine.level-table", "--in", "p.csv", "--out", "levels.html");
        var levels = CsvTable.Read(study.PathOf("levels.csv"), "levels.csv");
        Assert.Equal(["study", "level"], levels.Columns.Take(2));
        Assert.Equal(["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"], levels.Rows.Take(5).Select(row => row.Cells[1]));
        Assert.Contains("canal stenosis", File.ReadAllText(study.PathOf("levels.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(study.PathOf($"levels.{levels.Rows[0].Cells[0]}.html")));
    }

    [Fact]
    public async Task Run_PaperOnAPhantomLaidOutAsItsCohort_FitsTogether()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tiny.yaml", $$"""
            extends: {{Path.Combine(SharedData.RepositoryRoot, "experiments", "deepspine", "paper.yaml")}}
            name: tiny
            phantom: { use: deepspine, out: data, cases: 12, seed: 3 }
            data: { root: data }
            stages:
              segment: { cross_fit: 3, model: { features: [4, 4, 8, 8, 16, 4] }, trainer: { epochs: null, steps: 2, batch_size: 2 } }
              grade: { data: { root: data }, model: { encoder: { width: 16, pretrained: null, first_convolution: null } }, trainer: { epochs: null, steps: 2, batch_size: 2 } }
            """);

        var (code, output, error) = await HostProcess.Run(folder.Path, HostProcess.RunTiny);

        Assert.True(code == 0, error);
        var report = File.ReadAllText(Path.Combine(folder.Path, output.Trim(), "report.html"));
        Assert.Contains("identification-rate", report, StringComparison.Ordinal);
        Assert.Contains("0.781", report, StringComparison.Ordinal); // the paper's kappa of the canal
    }

    // Every finding that is there stands in the report, so one without a label was overlooked.
    private static double AgreementOfReports(StudyRun study)
    {
        var (read, truth) = (Table(study, "levels.csv"), Table(study, "truth.csv"));
        var there = truth.Rows.ToDictionary(row => $"{row.Cells[truth.Find("study")]} {row.Cells[truth.Find("level")]}");
        var cells = read.Rows.SelectMany(row => Conditions.Select(condition => (Read: row.Cells[read.Find(condition)], Truth: there[row.Cells[read.Find("case")]].Cells[truth.Find(condition)])))
            .Where(cell => cell.Read.Length > 0 || cell.Truth is not ("none" or "absent")).ToList();
        return cells.Average(cell => cell.Read == cell.Truth ? 1.0 : 0);
    }

    private static CsvTable Table(StudyRun study, string name) => CsvTable.Read(study.PathOf($"{Data}/{name}"), name);
}
