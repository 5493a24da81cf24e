using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class DataPreparationTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_ProblemsAndFail_ListsTwentyAndCountsTheRest()
    {
        var error = Assert.Throws<DataFormatException>(() => _bench.Run(_bench.Load("data.broken=23")));

        var lines = error.Message.Split('\n');
        Assert.Equal("broken-0: is cut off. Export it again.", lines[0]);
        Assert.Equal("broken-19: is cut off. Export it again.", lines[19]);
        Assert.Equal("... and 3 more.", lines[20]);
        Assert.Equal("23 problems in the data of 'study.numbers'. Mend them, or set data.on_error: quarantine to leave such cases out.", lines[21]);
        Assert.Equal(ExitCode.WrongData, error.ExitCode);
        Assert.False(Directory.Exists(_bench.Folder.File("runs", "walk")));
    }

    [Fact]
    public void Run_ProblemsAndQuarantine_ListsThemInTheRunFolderAndWarnsOnce()
    {
        var run = _bench.Run(_bench.Load("data.broken=2", "data.on_error=quarantine"));

        Assert.Equal("place,problem\nbroken-0,is cut off. Export it again.\nbroken-1,is cut off. Export it again.\n", File.ReadAllText(run.QuarantineFile));
        Assert.Equal(
            "warning: 2 problems in the data of 'study.numbers': such cases are left out, as data.on_error: quarantine says; quarantine.csv in the run folder lists them.",
            Assert.Single(_bench.Screen.Lines, line => line.StartsWith("warning", StringComparison.Ordinal)));
        Assert.Equal(2, run.Provenance!.Data.Quarantined);
    }

    [Fact]
    public void Run_CaseThatCannotBeDecodedAndCheckOfEveryCase_StopsBeforeAnythingIsTrained()
    {
        var error = Assert.Throws<DataFormatException>(() => _bench.Run(_bench.Load("data.torn=4", "data.check=every-case")));

        Assert.Equal(
            ["subject 1/c004.dcm: the slice of subject 1 is torn.", "1 problem in the data of 'study.numbers'. Mend them, or set data.on_error: quarantine to leave such cases out."],
            error.Message.Split('\n'));
        Assert.False(Directory.Exists(_bench.Folder.File("runs", "walk")));
    }

    [Fact]
    public void Run_CaseThatCannotBeDecodedAndQuarantine_LeavesItOutAndSaysSo()
    {
        var run = _bench.Run(_bench.Load("data.torn=4", "data.check=every-case", "data.on_error=quarantine"));

        Assert.Equal("place,problem\nsubject 1/c004.dcm,the slice of subject 1 is torn.\n", File.ReadAllText(run.QuarantineFile));
        Assert.Equal((29, 1), (run.Provenance!.Data.Cases, run.Provenance.Data.Quarantined));
    }

    [Fact]
    public void Run_CaseThatCannotBeDecodedAndNoCheck_StopsWhereItIsUsed() =>
        Assert.Throws<DataFormatException>(() => _bench.Run(_bench.Load("data.torn=4", "data.on_error=quarantine")));

    [Fact]
    public void Run_NoCase_IsWrongData()
    {
        var error = Assert.Throws<DataFormatException>(() => _bench.Run(_bench.Load("data.cases=0")));

        Assert.Equal("'study.numbers' found no case that can be used. Check the folder and the options under 'data'.", error.Message);
    }

    [Fact]
    public void Run_NothingToTrainOn_IsAWrongExperiment()
    {
        var error = Assert.Throws<ExperimentException>(() => _bench.Run(_bench.Load("data.cases=6")));

        Assert.Equal("the split leaves no case to train on in fold 0. Give 'train' a larger share.", error.Message);
    }
}
