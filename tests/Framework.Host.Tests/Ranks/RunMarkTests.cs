using Framework.Host.Ranks;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Ranks;

public sealed class RunMarkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_TheSameFolder_IsFound()
    {
        RunMark.Leave(_folder.Path, "m");

        RunMark.Find(_folder.Path, "m", TimeProvider.System, TimeSpan.Zero);
    }

    [Fact]
    public void Find_ANamesakeOnAnotherDisk_SaysSo()
    {
        RunMark.Leave(_folder.Path, "of an earlier start");

        Assert.Equal(
            $"{_folder.Path}: this is not the folder that rank 0 has there. All ranks must see the runs at the same path: put --runs on a file system that all machines share.",
            Assert.Throws<ExperimentException>(() => RunMark.Find(_folder.Path, "m", TimeProvider.System, TimeSpan.Zero)).Message);
    }

    [Fact]
    public void Find_NoFolder_SaysSo() => Assert.StartsWith(
        $"{_folder.File("x")}: there is no such folder on this machine. ",
        Assert.Throws<ExperimentException>(() => RunMark.Find(_folder.File("x"), "m", TimeProvider.System, TimeSpan.Zero)).Message,
        StringComparison.Ordinal);
}
