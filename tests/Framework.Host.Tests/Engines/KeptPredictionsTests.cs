using System.Text.Json;
using Framework.Components.Data;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

/// <summary>An evaluation that is begun again: what it predicted of new cases is kept exactly where nothing has changed.</summary>
public sealed class KeptPredictionsTests : IDisposable
{
    private readonly Workbench _bench = new();

    public KeptPredictionsTests()
    {
        _bench.Catalogue.Register(new Files());
        foreach (var number in Enumerable.Range(0, 7))
            _bench.Folder.Write($"new/c{number:000}.txt", $"{number}");
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Make_BegunAgain_KeepsWhatIsFinishedAndMakesTheRest()
    {
        var run = Finish();
        var (other, own) = (Table(run, "other"), Table(run, "new"));
        File.Delete(Path.Combine(run.PredictFolder, "other.csv"));
        _bench.Screen.Lines.Clear();

        Again(run);

        Assert.Contains("new: predicted before", _bench.Screen.Lines);
        Assert.Contains("other: predicting 7 cases", _bench.Screen.Lines);
        Assert.Equal((other, own), (Table(run, "other"), Table(run, "new")));
        Assert.Equal(["new", "other"], run.Predicted.Select(cases => cases.Name));
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Make_SourceThatCannotSayItsFiles_IsMadeAgain()
    {
        var run = _bench.Run(_bench.Load("controls=[]", "predict=[ { name: new, data: { use: study.numbers, cases: 7, identifiers: keep } } ]"));
        _bench.Screen.Lines.Clear();

        run.Provenance = run.Provenance! with { Finished = null };
        _bench.Run(_bench.Load("controls=[]", "predict=[ { name: new, data: { use: study.numbers, cases: 7, identifiers: keep } } ]"));

        Assert.Null(run.Predicted[0].Key);
        Assert.Contains("new: predicting 7 cases", _bench.Screen.Lines);
    }

    [Fact]
    public void Make_AnImageChanged_IsMadeAgain() => AssertMadeAgain(_ => _bench.Folder.Write("new/c003.txt", "3.25"), isOther: true);

    [Fact]
    public void Make_AnImageMore_IsMadeAgain() => AssertMadeAgain(_ => _bench.Folder.Write("new/c007.txt", "7"), isOther: true);

    [Fact]
    public void Make_ANetworkFittedAgain_IsMadeAgain() => AssertMadeAgain(run =>
    {
        var (unit, status) = (run.Units[0], run.Units[0].Status!);
        File.WriteAllText(unit.File(WalkPredictor.FileName), JsonSerializer.Serialize(0.75));
        unit.Write(status with { Frozen = status.Frozen! with { Files = new Dictionary<string, string>(status.Frozen.Files) { [WalkPredictor.FileName] = FileHash.Of(unit.File(WalkPredictor.FileName)) } } });
    }, isOther: true);

    [Fact]
    public void Make_TheTableChanged_IsMadeAgain() => AssertMadeAgain(run => File.AppendAllText(Path.Combine(run.PredictFolder, "new.csv"), "c007,subject,,0.5\n"), isOther: false);

    [Fact]
    public void Make_WhatAWriterWroteIsGone_IsMadeAgain() => AssertMadeAgain(run => File.Delete(Path.Combine(run.PredictFolder, "new.lines.txt")), isOther: false);

    [Fact]
    public void Make_Cases_TellsHowManyAreRead()
    {
        Finish();

        Assert.Equal(Enumerable.Range(1, 7).Select(read => new Advance(read, 7, $"{read} of 7 cases read")), _bench.Screen.Advances.Where(advance => advance.Detail.EndsWith("cases read", StringComparison.Ordinal)).Take(7));
    }

    private void AssertMadeAgain(Action<RunFolder> change, bool isOther)
    {
        var run = Finish();
        var before = Table(run, "new");
        change(run);
        _bench.Screen.Lines.Clear();

        Again(run);

        Assert.DoesNotContain("new: predicted before", _bench.Screen.Lines);
        Assert.Equal(isOther, before != Table(run, "new"));
        Assert.True(File.Exists(Path.Combine(run.PredictFolder, "new.lines.txt")));
    }

    private RunFolder Finish() => _bench.Run(_bench.Load(
        "controls=[]", $"predict=[ {{ name: new, data: {Data}, write: [study.lines] }}, {{ name: other, data: {Data} }} ]"));

    private string Data => $"{{ use: study.files, root: '{_bench.Folder.File("new")}', identifiers: keep }}";

    /// <summary>The same call, after an evaluation that did not come to its end.</summary>
    private void Again(RunFolder run)
    {
        run.Provenance = run.Provenance! with { Finished = null };
        Assert.Equal(run.Path, Finish().Path);
    }

    private static string Table(RunFolder run, string name) => File.ReadAllText(Path.Combine(run.PredictFolder, $"{name}.csv"));

    private sealed class Files : IPlugin
    {
        public void Register(IComponentRegistry components) => components.Add<IDataSource, NumberFiles, NumberFilesOptions>("study.files");
    }
}
