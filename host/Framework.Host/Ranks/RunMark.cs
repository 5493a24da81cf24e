using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>A small file that rank 0 leaves in the run folder, by which others see that they have the same folder before them.</summary>
internal static class RunMark
{
    private const string Name = ".ranks";

    /// <summary>How long a network's file system may show what was there before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Leaves the mark.</summary>
    public static void Leave(string run, string mark) => AtomicFile.WriteText(Path.Combine(run, Name), mark);

    /// <summary>Waits until the mark is seen.</summary>
    /// <exception cref="ExperimentException">It is not there: the folder is another one, or none.</exception>
    public static void Find(string run, string mark, TimeProvider time, TimeSpan? patience = null)
    {
        var file = Path.Combine(run, Name);
        if (!RankLine.Within(patience ?? Patience, time, () => Read(file) == mark))
            throw new ExperimentException($"{run}: {(Directory.Exists(run) ? "this is not the folder that rank 0 has there" : "there is no such folder on this machine")}. "
                + "All ranks must see the runs at the same path: put --runs on a file system that all machines share.");
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
