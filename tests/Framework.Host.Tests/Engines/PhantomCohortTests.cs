using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class PhantomCohortTests : IDisposable
{
    private readonly Workbench _bench = new();

    private string Out => _bench.Folder.File("cohort");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_NoCohortYet_WritesItAndUsesIt()
    {
        var run = _bench.Run(Load());

        Assert.Equal(30, run.Provenance!.Data.Cases);
        Assert.Equal(31, Directory.GetFiles(Out).Length); // and the marker
        Assert.Contains($"writing the phantom 'study' (30 cases) to {Out}", _bench.Screen.Lines);
    }

    [Fact]
    public void Run_CohortThere_LeavesItAlone()
    {
        _bench.Run(Load());
        File.WriteAllText(Path.Combine(Out, "c000"), "mine");

        _bench.Run(Load(), fresh: true);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Out, "c000")));
    }

    [Fact]
    public void Run_OtherCohortAskedFor_ReplacesIt()
    {
        _bench.Run(Load());

        _bench.Run(Load("phantom.cases=45", "phantom.seed=9"));

        Assert.Equal(46, Directory.GetFiles(Out).Length);
        Assert.Equal("9", File.ReadAllText(Path.Combine(Out, "c000")));
        Assert.Equal(["cohort", "runs", "walk.yaml"], _bench.Folder.Names());
        Assert.Contains($"replacing the phantom in {Out}", _bench.Screen.Lines);
    }

    [Fact]
    public void Run_OtherCohortAskedForAndTheUsersOwnFileInIt_IsLeftAloneWithAnError()
    {
        _bench.Run(Load());
        _bench.Folder.Write("cohort/notes", "mine");

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(Load("phantom.seed=9")));

        Assert.Equal($"{Out}: holds 'notes', which is no part of a phantom. Name another folder, or remove it.", error.Message);
        Assert.Equal(("mine", "7"), (File.ReadAllText(Path.Combine(Out, "notes")), File.ReadAllText(Path.Combine(Out, "c000"))));
        Assert.DoesNotContain($"replacing the phantom in {Out}", _bench.Screen.Lines);
    }

    [Fact]
    public void Run_UsersOwnFileComesWhileTheOtherCohortIsWritten_IsLeftAloneWithAnError()
    {
        _bench.Run(Load());
        var experiment = Load("phantom.seed=9");
        ((NumberPhantom)experiment.Phantom!.Phantom.Instance).AfterFile = _ => _bench.Folder.Write("cohort/notes", "mine");

        Assert.Throws<ExperimentException>(() => _bench.Run(experiment));

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Out, "notes")));
    }

    [Theory]
    [InlineData("file", "it is a file")]
    [InlineData("file/in/it", "'{0}' is a file")]
    public void Write_FileOnTheWay_NamesTheOption(string place, string reason)
    {
        var file = _bench.Folder.Write("file", "mine");
        var section = Load().Phantom! with { Out = _bench.Folder.File(place) };

        var error = Assert.Throws<ExperimentException>(() => new PhantomCohort(section, _bench.Screen, "--out").Write(CancellationToken.None));

        Assert.Equal($"--out: '{section.Out}' cannot be written: {reason.Replace("{0}", file, StringComparison.Ordinal)}. Name another folder.", error.Message);
    }

    [Fact]
    public void Write_NothingCanBeMadeThere_SaysSoAndWritesNothing()
    {
        var section = Load().Phantom! with { Out = "/proc/nope" };

        var error = Assert.Throws<ExperimentException>(() => new PhantomCohort(section, _bench.Screen, "--out").Write(CancellationToken.None));

        Assert.Equal("--out: '/proc/nope' cannot be written: the system makes neither folders nor files there. Name another folder.", error.Message);
        Assert.Empty(_bench.Screen.Lines);
    }

    [Fact]
    public void Run_FolderOfSomethingElse_IsLeftAloneWithAnError()
    {
        _bench.Folder.Write("cohort/precious.dcm", "real data");

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(Load()));

        Assert.Equal($"{Out}: the folder is not empty and holds no phantom, so nothing is written into it. Give 'phantom.out' another folder.", error.Message);
        Assert.Equal(["precious.dcm"], Directory.GetFiles(Out).Select(Path.GetFileName));
    }

    [Fact]
    public void Run_StoppedWhileWriting_LeavesNoHalfCohortAndTheNextRunTidiesUp()
    {
        using var source = new CancellationTokenSource();
        var experiment = Load();
        ((NumberPhantom)experiment.Phantom!.Phantom.Instance).AfterFile = file =>
        {
            if (file == 10)
                source.Cancel();
        };
        Assert.ThrowsAny<OperationCanceledException>(() => _bench.Run(experiment, cancellation: source.Token));
        Assert.False(Directory.Exists(Out));
        var abandoned = Directory.GetDirectories(_bench.Folder.Path, "cohort.tmp-*").Single();
        Directory.Move(abandoned, _bench.Folder.File("cohort.tmp-4194304")); // as a process that is dead would have left it

        _bench.Run(Load());

        Assert.Equal(["cohort", "runs", "walk.yaml"], _bench.Folder.Names());
    }

    private Experiment Load(params string[] sets) =>
        _bench.Load([$"phantom={{ use: study, out: {Out}, cases: 30, seed: 7 }}", $"data.root={Out}", .. sets]);
}
