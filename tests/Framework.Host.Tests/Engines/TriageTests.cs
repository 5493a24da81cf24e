using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Engines.Triage;
using Framework.Host.Tests.Engines.Study;
using TorchSharp;

namespace Framework.Host.Tests.Engines;

public sealed class TriageTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_LevelsWithValidationAndTest_ChoosesOnTheOneAndCountsOnTheOther(int at)
    {
        var experiment = _bench.Load("controls=[]", "data.cases=120", "data.per_subject=1", "levels=[ { by: subject, take: max } ]", "repeats=2");
        var run = _bench.Run(experiment);
        var work = new RunWork(run, new DataPreparation(_bench.Store, _bench.Screen).PrepareAll(experiment, CancellationToken.None), new RunSettings { Device = torch.CPU, CommandLine = "" });

        var points = TriagePoints.Of(work, new Evaluation(work).Tables);

        Assert.Equal([0.90, 0.95, 0.99], points.Select(point => point.Asked));
        var (point, found, flagged, all, positives) = (points[at], 0, 0, 0, 0);
        Assert.Equal(("guess", "subject", "odd", 2), (point.Stage, point.At, point.Label, point.Units));
        foreach (var unit in run.Units)
        {
            // split, case, subject, study, series, site, fold, target, output
            var rows = File.ReadLines(unit.Predictions).Skip(1).Select(line => line.Split(',')).Select(cells => (Split: cells[0], Odd: cells[7] == "1", Output: double.Parse(cells[8], CultureInfo.InvariantCulture))).ToList();
            double[] odd = [.. rows.Where(row => row.Split == "validate" && row.Odd).Select(row => row.Output).OrderDescending()];
            var threshold = odd[(int)Math.Ceiling((point.Asked * odd.Length) - 1e-9) - 1];
            var test = rows.Where(row => row.Split == "test").ToList();
            found += test.Count(row => row.Odd && row.Output >= threshold);
            flagged += test.Count(row => row.Output >= threshold);
            all += test.Count;
            positives += test.Count(row => row.Odd);
        }

        Assert.Equal((found, positives, all), ((int)point.Calls.TruePositives, (int)point.Calls.Positives, (int)point.Calls.Total));
        Assert.Equal((double)flagged / all, point.Flagged, 1e-12);
        Assert.Contains("sensitivity chosen", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoLevelAboveCases_IsNothing()
    {
        var run = _bench.Run(_bench.Load("controls=[]"));

        Assert.DoesNotContain("sensitivity chosen", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }
}
