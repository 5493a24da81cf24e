using System.Reflection;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Dependency;

public static class Word
{
    public static string Text() => "one";
}
