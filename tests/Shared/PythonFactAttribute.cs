namespace Framework.Tests.Shared;

/// <summary>A fact that needs the distribution's Python with some modules; skipped, by name, where one is absent.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute(params string[] modules) => Skip = PythonModules.Missing(modules);
}

/// <summary>A theory that needs the distribution's Python with some modules; skipped, by name, where one is absent.</summary>
public sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute(params string[] modules) => Skip = PythonModules.Missing(modules);
}
