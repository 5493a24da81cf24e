using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Engines;

public sealed class EvaluationTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_TwoFoldsWithOneTestPart_CountsEachCaseOnceWithTheMeanOfItsOutputs()
    {
        var run = _bench.Run(_bench.Load("split.folds=2", "controls=[]"));

        var rows = File.ReadLines(run.PredictionsFile("guess", "test")).Skip(1).Select(CsvText.Split).ToList();
        Assert.Equal(12, rows.Count); // six cases, from two folds
        Assert.Equal(["0", "1"], rows.Select(cells => cells[5]).Distinct());
        var means = rows.GroupBy(cells => cells[0]).Select(pair => (Target: Number(pair.First()[6]), Output: pair.Average(cells => Number(cells[7]))));
        var expected = means.Average(pair => (pair.Target - pair.Output) * (pair.Target - pair.Output));
        var figure = run.Metrics!.Single(row => row is { Name: "squared-error", Split: "test" });
        Assert.Equal(expected, figure.Value!.Value, 1e-15);
        Assert.Equal(6, figure.Count);
    }

    [Fact]
    public void Run_TwoFolds_PoolsTheValidationPartsOutOfFold()
    {
        var run = _bench.Run(_bench.Load("split.folds=2", "controls=[]"));

        Assert.Equal((12, 4), run.Metrics!.Where(row => row is { Name: "hits", Split: "validate" }).Select(row => (row.Count, row.Subjects)).Single());
    }

    [Fact]
    public void Run_TwoRepeats_CountsEachCaseOnceAndTellsTheFoldsApart()
    {
        var run = _bench.Run(_bench.Load("split.repeats=2", "controls=[]"));

        var rows = File.ReadLines(run.PredictionsFile("guess", "test")).Skip(1).Select(CsvText.Split).ToList();
        Assert.Equal(["0", "1"], rows.Select(cells => cells[5]).Distinct());
        Assert.Equal(12, rows.Select(cells => cells[0]).Distinct().Count()); // six cases of a repeat, others in the next
        Assert.Equal(12, run.Metrics!.Single(row => row is { Name: "hits", Split: "test" }).Count);
    }

    private static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
