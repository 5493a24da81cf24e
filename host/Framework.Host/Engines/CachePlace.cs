using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Engines;

/// <summary>Where prepared samples are kept: what the experiment says, else the folder that <c>FRAMEWORK_CACHE</c> names, else the store's own.</summary>
internal static class CachePlace
{
    /// <summary>The variable that names a folder for all runs of a machine.</summary>
    public const string Variable = "FRAMEWORK_CACHE";

    public static string Of(CacheSection? section, RunStore store) => Of(section?.Folder, store);

    public static string Of(string? folder, RunStore store)
    {
        var said = folder ?? Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrWhiteSpace(said) ? store.SamplesFolder : Path.GetFullPath(said);
    }
}
