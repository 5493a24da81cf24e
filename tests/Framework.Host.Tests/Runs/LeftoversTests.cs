using Framework.Host.Planning;
using Framework.Host.Runs;

namespace Framework.Host.Tests.Runs;

public sealed class LeftoversTests : IDisposable
{
    private const int Nobody = 4_194_304; // above the greatest number that Linux gives a process
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RemoveFrom_RunThatNobodyWorksOn_RemovesThemAllAndNothingElse()
    {
        var run = Run();
        string[] left = ["metrics.json.x.tmp", "predictions/a.test.csv.x.tmp", "units/a.0.0/metrics.json.x.tmp", "units/a.1.0.tmp/predictions.csv"];
        string[] kept = ["metrics.json", "predictions/a.test.csv", "units/a.0.0/metrics.json", "units/a.0.0/notes.tmp.txt"];
        Make([.. left, .. kept]);

        Leftovers.RemoveFrom(run);

        Assert.All(left, name => Assert.False(File.Exists(_folder.File("run", name)), name));
        Assert.False(Directory.Exists(_folder.File("run", "units", "a.1.0.tmp")));
        Assert.All(kept, name => Assert.True(File.Exists(_folder.File("run", name)), name));
    }

    [Fact]
    public void RemoveFrom_UnitThatSomebodyDoes_LeavesItAlone()
    {
        var run = Run();
        Make(["units/a.0.0/checkpoint.x.tmp", "units/a.1.0/checkpoint.x.tmp"]);
        using var worker = RunLock.TakeUnit(run, "a.0.0", CancellationToken.None);

        Leftovers.RemoveFrom(run);

        Assert.True(File.Exists(_folder.File("run", "units", "a.0.0", "checkpoint.x.tmp")));
        Assert.False(File.Exists(_folder.File("run", "units", "a.1.0", "checkpoint.x.tmp")));
    }

    [Fact]
    public void RemoveFrom_RunThatIsEvaluated_LeavesItAlone()
    {
        var run = Run();
        Make(["metrics.json.x.tmp"]);
        using var evaluation = RunLock.TakeUnit(run, "finish", CancellationToken.None);

        Leftovers.RemoveFrom(run);

        Assert.True(File.Exists(_folder.File("run", "metrics.json.x.tmp")));
    }

    [Fact]
    public void RemoveAbandoned_FilesOfSeveralWriters_RemovesThoseOfProcessesThatAreGone()
    {
        var mine = AtomicFile.TemporaryOf("table.csv");
        var gone = mine.Replace($"-{Environment.ProcessId}.", $"-{Nobody}.", StringComparison.Ordinal);
        var elsewhere = gone.Replace(Environment.MachineName, "ward", StringComparison.Ordinal);
        Make([mine, gone, elsewhere, $"deep/{gone}"]);

        Leftovers.RemoveAbandoned(_folder.File("run"), recursive: true);

        Assert.Equal([mine, elsewhere], new[] { mine, gone, elsewhere, $"deep/{gone}" }.Where(name => File.Exists(_folder.File("run", name))));
    }

    [Fact]
    public void RemoveUnnamed_RunWithoutItsName_IsNoRunAndGoes()
    {
        var store = new RunStore(_folder.File("runs"), TimeProvider.System);
        var run = store.Create(Plan(), "name: walk\n");
        Directory.Move(run.Path, run.Path + AtomicFile.TemporarySuffix); // as it is a moment before

        Assert.Empty(store.RunsOf("walk"));
        store.RemoveUnnamed("walk");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.File("runs", "walk")));
    }

    private static Plan Plan() => new()
    {
        Experiment = "walk", Hash = "0123456789abcdef", Data = "data", Units = [new PlannedUnit("a.0.0", new UnitId("a", 0, 0, null), "key", []), new PlannedUnit("a.1.0", new UnitId("a", 1, 0, null), "key", [])],
    };

    private RunFolder Run()
    {
        Assert.True(RunFolder.TryCreate(_folder.File("run"), Plan(), "name: walk\n"));
        return RunFolder.TryOpen(_folder.File("run"))!;
    }

    private void Make(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File("run", name))!);
            File.WriteAllText(_folder.File("run", name), name);
        }
    }
}
