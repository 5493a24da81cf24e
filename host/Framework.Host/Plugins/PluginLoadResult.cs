namespace Framework.Host.Plugins;

/// <summary>What became of one plugin: loaded, or failed with a problem in words.</summary>
/// <param name="Name">The plugin's name: that of its folder and of its assembly.</param>
/// <param name="Path">Absolute path of its assembly; of the folder, where there is none.</param>
internal sealed record PluginLoadResult(string Name, string Path)
{
    /// <summary>Whether the user named its folder; false where it came with the host.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The assembly's version; null where the file could not be read.</summary>
    public Version? Version { get; init; }

    /// <summary>The version of the SDK it was built against; null where it references none or could not be read.</summary>
    public Version? SdkVersion { get; init; }

    /// <summary>What it registered; empty where it failed.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>Why it failed and what would be right, beginning with a path; null where it loaded.</summary>
    public string? Problem { get; init; }

    /// <summary>What was thrown, for <c>--verbose</c>; null where nothing was.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Whether its components are in the catalogue.</summary>
    public bool Loaded => Problem is null;
}
