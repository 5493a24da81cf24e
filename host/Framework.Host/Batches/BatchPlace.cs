using Framework.Host.Planning;
using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>Where a batch keeps what it did: the same experiments with the same changes have the same folder, so that the same command goes on there.</summary>
internal static class BatchPlace
{
    /// <summary>The summary's name.</summary>
    public const string FileName = "batch.json";

    private const int HashLetters = 8;

    /// <summary>The folder of a batch.</summary>
    /// <param name="store">The folder of runs.</param>
    /// <param name="files">The experiments.</param>
    /// <param name="words">What changes them.</param>
    public static string Of(RunStore store, IEnumerable<string> files, IEnumerable<string> words)
    {
        using var key = new UnitKey();
        foreach (var file in files)
            key.Add("file", Path.GetFullPath(file));
        foreach (var word in words)
            key.Add("word", word);
        return Directory.CreateDirectory(Path.Combine(store.BatchesFolder, key.ToString()[..HashLetters])).FullName;
    }
}
