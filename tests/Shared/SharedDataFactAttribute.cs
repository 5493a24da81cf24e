namespace Framework.Tests.Shared;

/// <summary>A fact that needs the real files of <c>../shared</c>; skipped, by name, where they are absent.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.Missing;
}

/// <summary>A theory that needs the real files of <c>../shared</c>; skipped, by name, where they are absent.</summary>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.Missing;
}
