using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    private RunStore Store => new(_folder.Path, _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_TwiceInOneSecond_GivesTheSecondTheNextSecond()
    {
        var plan = Plan("walk", "0123456789abcdef");

        Assert.Equal(_folder.File("walk", "20310203-040506-01234567"), Store.Create(plan, "name: walk\n").Path);
        Assert.Equal(_folder.File("walk", "20310203-040507-01234567"), Store.Create(plan, "name: walk\n").Path);
    }

    [Fact]
    public void Create_ClockPutBack_IsNewestAllTheSame()
    {
        var plan = Plan("walk", "0123456789abcdef");
        Store.Create(plan, "");
        _time.Now -= TimeSpan.FromDays(400);

        var newest = Store.Create(plan, "");

        Assert.Equal(_folder.File("walk", "20310203-040507-01234567"), newest.Path);
        Assert.Equal(newest.Path, Store.Newest(plan)!.Path);
    }

    [Fact]
    public void Create_Any_HoldsPlanAndExperimentAtOnce()
    {
        var run = Store.Create(Plan("walk", "0123456789abcdef"), "name: walk\n");

        Assert.Equal("name: walk\n", File.ReadAllText(Path.Combine(run.Path, "experiment.yaml")));
        Assert.Equal([run.Path], Directory.GetDirectories(_folder.File("walk")));
    }

    [Fact]
    public void Newest_OtherDataOrFolderWithoutPlan_IsNotTaken()
    {
        var plan = Plan("walk", "0123456789abcdef");
        var mine = Store.Create(plan, "");
        _time.Now += TimeSpan.FromHours(1);
        Store.Create(plan with { Data = "other data" }, "");
        Directory.CreateDirectory(_folder.File("walk", "20390101-000000-01234567"));

        Assert.Equal(mine.Path, Store.Newest(plan)!.Path);
    }

    [Fact]
    public void Find_Latest_IsTheNewestOfAllExperiments()
    {
        Store.Create(Plan("walk", "0123456789abcdef"), "");
        _time.Now += TimeSpan.FromHours(1);
        var newest = Store.Create(Plan("amble", "fedcba9876543210"), "");

        Assert.Equal(newest.Path, Store.Find("latest").Path);
        Assert.Equal(newest.Path, Store.Find("amble").Path);
        Assert.Equal(newest.Path, Store.Find(newest.Path).Path);
        Assert.Equal(newest.Path, Store.Find(Path.GetRelativePath(_folder.Path, newest.Path)).Path);
    }

    [Fact]
    public void Find_Nothing_SaysWhatWouldBeRight()
    {
        Assert.Equal(
            $"there is no run in '{_folder.Path}' yet. `framework run FILE` makes one; --runs names another folder of runs.",
            Assert.Throws<ExperimentException>(() => Store.Find("latest")).Message);
        Assert.Equal(
            $"there is no run 'x'. Give a run folder, an experiment's name for its newest run in '{_folder.Path}', or 'latest'.",
            Assert.Throws<ExperimentException>(() => Store.Find("x")).Message);
    }

    private static Plan Plan(string experiment, string hash) =>
        new() { Experiment = experiment, Hash = hash, Data = "data", Units = [new PlannedUnit("a.0.0", new UnitId("a", 0, 0, null), "key", [])] };
}
