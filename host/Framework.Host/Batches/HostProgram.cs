namespace Framework.Host.Batches;

/// <summary>How this program is started again.</summary>
internal static class HostProgram
{
    /// <summary>The words before those of a command: the program itself, or the runtime and the program.</summary>
    public static IReadOnlyList<string> Words { get; } = Find();

    private static string[] Find()
    {
        var process = Environment.ProcessPath ?? "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "framework-host");
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, $"{program}.dll"] : [File.Exists(program) ? program : process];
    }
}
