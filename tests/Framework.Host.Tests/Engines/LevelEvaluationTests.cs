using System.Globalization;
using Framework.Components.Evaluation;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class LevelEvaluationTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_LevelOfSubjects_ScoresTheMeanOfEachSubjectToo()
    {
        var run = _bench.Run(_bench.Load("controls=[]", "levels=[{ by: subject, take: mean }]"));

        var rows = File.ReadLines(run.PredictionsFile("guess", "test")).Skip(1).Select(CsvText.Split).ToList();
        var subjects = rows.GroupBy(cells => cells[1]).Select(unit => (Target: unit.Max(cells => Number(cells[6])), Output: unit.Average(cells => Number(cells[7])))).ToList();
        var figure = run.Metrics!.Single(row => row is { Name: "squared-error", Split: "test", At: "subject" });
        Assert.Equal(subjects.Average(unit => (unit.Target - unit.Output) * (unit.Target - unit.Output)), figure.Value!.Value, 1e-15);
        Assert.Equal((2, 2), (figure.Count, figure.Subjects));
        Assert.Equal(6, run.Metrics!.Single(row => row is { Name: "squared-error", Split: "test", At: "case" }).Count);
    }

    [Fact]
    public void Run_MetricAtOneLevel_IsNotComputedAtOthers()
    {
        var run = _bench.Run(_bench.Load("controls=[]", "levels=[{ by: subject, take: mean }]", "metrics=[{ use: study.hits, at: [subject] }, study.squared-error]"));

        Assert.Equal(
            [("squared-error", "case"), ("hits", "subject"), ("squared-error", "subject")],
            run.Metrics!.Where(row => row.Split == "test").Select(row => (row.Name, row.At)));
    }

    [Fact]
    public void Run_LevelThatCasesDoNotKnow_FailsBeforeTraining()
    {
        var experiment = _bench.Load("levels=[{ by: series, take: max }]");

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(experiment));
        Assert.StartsWith("'levels' joins cases by series, and the case 'c000' belongs to none.", error.Message, StringComparison.Ordinal);
        Assert.Empty(Workbench.TrainerOf(experiment).Tried);
    }

    [Fact]
    public void Run_TwoFolds_HasTheSpreadOfTheirFigures()
    {
        var run = _bench.Run(_bench.Load("split.folds=2", "controls=[]"));

        var folds = run.Units.Select(unit => RunJson.TryRead(unit.Metrics, RunJson.Form.IReadOnlyListMetricRow)!.Single(row => row is { Name: "squared-error", Split: "validate" }).Value!.Value);
        var row = run.Metrics!.Single(row => row is { Name: "squared-error", Split: "validate" });
        Assert.Equal(Spread.Of(folds), row.Folds);
        Assert.Null(row.Repeats);
    }

    [Fact]
    public void Run_TwoRepeats_HasTheSpreadOfRepeats()
    {
        var row = _bench.Run(_bench.Load("split.repeats=2", "controls=[]")).Metrics!.Single(row => row is { Name: "squared-error", Split: "validate" });

        Assert.Equal((2, 2), (row.Folds!.Count, row.Repeats!.Count));
        Assert.Equal(row.Folds, row.Repeats); // one fold each
    }

    [Fact]
    public void Run_Readers_StandBesideTheModelInTablesAndReport()
    {
        var file = _bench.Folder.Write("readers.csv", "case,reader,odd\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"c{i:000},R1,{i % 2}\nc{i:000},R2,0\n")));
        var run = _bench.Run(_bench.Load("controls=[]", $"readers={{ file: {file} }}"));

        var points = File.ReadLines(run.ReadersFile("points")).Skip(1).Select(CsvText.Split).Where(cells => cells[1] == "test").ToList();
        Assert.Equal([("R1", "1", "1"), ("R2", "0", "1")], points.Select(cells => (cells[3], cells[5], cells[8])));
        Assert.Contains("Readers, odd", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
        Assert.Equal(3, File.ReadLines(run.ReadersFile("agreement")).Count());
    }

    [Fact]
    public void Run_ReadersOfSubjectsUnderPseudonyms_AreFoundAndNobodyIsNamed()
    {
        var file = _bench.Folder.Write("readers.csv", "patient,reader,odd\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"subject {i},R1,1\n")));
        var run = _bench.Run(_bench.Load(
            "controls=[]", "data.identifiers=hash", "levels=[{ by: subject, take: mean }]", $"readers={{ file: {file}, case: patient, at: subject }}"));

        Assert.Equal("2", File.ReadLines(run.ReadersFile("points")).Skip(1).Select(CsvText.Split).Single(cells => cells[1] == "test")[15]);
        var written = Directory.EnumerateFiles(run.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.All(written, text => Assert.DoesNotContain("subject 7", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ReadersOfAnUnknownCase_FailsBeforeTraining()
    {
        var file = _bench.Folder.Write("readers.csv", "case,reader,odd\nc999,R1,1\n");

        var error = Assert.Throws<DataFormatException>(() => _bench.Run(_bench.Load($"readers={{ file: {file} }}")));
        Assert.Equal($"{file}:2: no case of the data has this line's identity. Remove the line, or check the column 'case'.", error.Message);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
