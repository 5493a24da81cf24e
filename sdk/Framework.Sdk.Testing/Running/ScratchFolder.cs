namespace Framework.Sdk.Testing;

/// <summary>A folder of a test's own, which goes with the test.</summary>
public sealed class ScratchFolder : IDisposable
{
    /// <summary>Absolute.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("framework-test-").FullName;

    /// <summary>A path in it.</summary>
    /// <param name="parts">Names of folders, and of a file at the end.</param>
    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
