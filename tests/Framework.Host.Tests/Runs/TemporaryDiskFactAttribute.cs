namespace Framework.Host.Tests.Runs;

/// <summary>A fact that needs a disk that can be filled; skipped, by name, where none can be mounted.</summary>
public sealed class TemporaryDiskFactAttribute : FactAttribute
{
    public TemporaryDiskFactAttribute() => Skip = TemporaryDisk.Missing;
}
