using System.Diagnostics;
using System.Globalization;
using Framework.Components.Data.Cache;

namespace Framework.Components.Tests.Data.Cache;

/// <summary>Real processes that fill and read one cache at once; one of them is killed while it writes.</summary>
public sealed class SeveralProcessesTests : IDisposable
{
    private const int Files = 24;
    private const int Length = 500_000; // 2 MB a sample, so that a file takes a moment to write
    private const int Attempts = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("framework-cache-");

    private string Cache => Path.Combine(_folder.FullName, "cache");

    private string Cases => Path.Combine(_folder.FullName, "cases");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Load_ThreeProcessesAndOneKilledWhileItWrites_GiveWhatTheFilesSay()
    {
        WriteCases();
        Assert.True(await KilledWhileWriting(), $"none of {Attempts} processes was killed while it wrote a file");
        var others = Enumerable.Range(1, 3).Select(seed => Start(seed, rounds: 3)).ToArray();
        using var doomed = Start(4, rounds: 1000);

        var ends = await Task.WhenAll(others.Select(End));
        Assert.False(doomed.HasExited);
        doomed.Kill();
        await doomed.WaitForExitAsync();

        Assert.All(ends, end => Assert.Equal((0, ""), (end.Code, end.Error)));
        Assert.All(ends, end => Assert.InRange(int.Parse(end.Output, CultureInfo.InvariantCulture), 0, Files)); // each file at most once, whatever the rounds
        Assert.Equal(Files, new CacheFolder(Cache, TimeProvider.System).Count().Samples);
        using var last = Start(9, rounds: 1);
        Assert.Equal((0, "0", ""), await End(last)); // all of it is there, whole, and none is read again
    }

    // What is left of a file that was never finished tells that the process was in the middle of it.
    private async Task<bool> KilledWhileWriting()
    {
        for (var i = 0; i < Attempts; i++)
        {
            using var process = Start(seed: i, rounds: 1);
            while (!process.HasExited && Unfinished().Length == 0)
                await Task.Yield();
            process.Kill();
            await process.WaitForExitAsync();
            if (Unfinished().Length > 0)
                return true;
            Directory.Delete(Cache, recursive: true);
        }

        return false;
    }

    private string[] Unfinished() => Directory.Exists(Cache) ? Directory.GetFiles(Cache, "*.tmp", SearchOption.AllDirectories) : [];

    private void WriteCases()
    {
        Directory.CreateDirectory(Cases);
        var random = new Random(3);
        for (var i = 0; i < Files; i++)
        {
            var path = Path.Combine(Cases, $"case{i:00}");
            var bytes = new byte[Length];
            random.NextBytes(bytes);
            File.WriteAllBytes(path, bytes);
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(20_000)); // what was written this moment is not kept
        }
    }

    private Process Start(int seed, int rounds)
    {
        string[] words = [Path.Combine(AppContext.BaseDirectory, "CacheProcess.dll"), Cases, Cache, $"{seed}", $"{rounds}"];
        return Process.Start(new ProcessStartInfo(Environment.ProcessPath!, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static async Task<(int Code, string Output, string Error)> End(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
