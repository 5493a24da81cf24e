namespace Framework.Host.Tests.Processes;

/// <summary>A fact that needs a limit of memory that the kernel keeps; skipped, by name, where none can be set.</summary>
public sealed class MemoryCageFactAttribute : FactAttribute
{
    public MemoryCageFactAttribute() => Skip = MemoryCage.Missing;
}
