using Framework.Components.Data.Cache;
using Framework.Host.Commands;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class CacheCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Run_Stats_CountsWhatIsKept()
    {
        Plant();
        var run = CommandRun.With([new CacheCommand()], "cache", "stats", "--folder", _folder.File("samples"));
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal($"{_folder.File("samples")}: 2 prepared samples, 3 kB; the one that would go first was last used 2026-01-02 03:04{Environment.NewLine}", run.Output);
    }

    [Fact]
    public void Run_Clear_DeletesItAndSaysHowMuch()
    {
        Plant();
        var run = CommandRun.With([new CacheCommand()], "cache", "clear", "--folder", _folder.File("samples"));
        Assert.Equal($"{_folder.File("samples")}: 2 prepared samples, 3 kB deleted{Environment.NewLine}", run.Output);
        Assert.Equal(0, new CacheFolder(_folder.File("samples"), TimeProvider.System).Count().Samples);
    }

    [Fact]
    public void Run_NothingThere_SaysSo() =>
        Assert.Equal(
            $"{Path.Combine(_folder.File("runs"), ".store", "samples")}: 0 prepared samples, 0 B{Environment.NewLine}",
            CommandRun.With([new CacheCommand()], "cache", "stats", "--runs", _folder.File("runs")).Output);

    [Fact]
    public void Run_UnknownAction_NamesBoth()
    {
        var run = CommandRun.With([new CacheCommand()], "cache", "drop");
        Assert.Equal(ExitCode.WrongExperiment, run.Code);
        Assert.Contains("cache: 'drop' is nothing to do with it. Use 'stats' or 'clear'.", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Plant()
    {
        foreach (var (name, size) in new[] { ("0a11", 1000), ("ff22", 2000) })
        {
            var file = Path.Combine(_folder.File("samples"), name[..2], name + ".sample");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, new byte[size]);
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddHours(name[0] == 'f' ? 1 : 0));
        }
    }
}
