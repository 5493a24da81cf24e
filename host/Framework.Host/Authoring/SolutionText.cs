using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Framework.Host.Authoring;

/// <summary>Text of solution files with one project more; the rest stays as it is, to the byte.</summary>
internal static partial class SolutionText
{
    private const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    /// <summary>A classic solution with the project in the folder that its path begins with.</summary>
    /// <param name="solution">The text.</param>
    /// <param name="project">Relative to the solution: <c>plugins/Name/Name.csproj</c>.</param>
    public static string WithProject(string solution, string project)
    {
        var path = project.Replace('/', '\\');
        if (solution.Contains($"\"{path}\"", StringComparison.Ordinal))
            return solution;
        var end = solution.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var id = IdOf(project);
        var folder = Regex.Match(solution, $"\"{Regex.Escape(project.Split('/')[0])}\", \"[^\"]*\", \"(\\{{[-0-9A-F]+\\}})\"").Groups[1].Value;
        var entry = $"Project(\"{CSharp}\") = \"{Path.GetFileNameWithoutExtension(project)}\", \"{path}\", \"{id}\"{end}EndProject{end}";
        solution = Inserted(solution, solution.IndexOf("Global", StringComparison.Ordinal), entry);
        var configurations = SolutionConfigurations().Matches(Section(solution, "SolutionConfigurationPlatforms")).Select(match => match.Groups[1].Value);
        var lines = configurations.SelectMany(name => new[] { $"\t\t{id}.{name}.ActiveCfg = {Plain(name)}{end}", $"\t\t{id}.{name}.Build.0 = {Plain(name)}{end}" });
        solution = Inserted(solution, EndOf(solution, "ProjectConfigurationPlatforms"), string.Concat(lines));
        return folder.Length == 0 ? solution : Inserted(solution, EndOf(solution, "NestedProjects"), $"\t\t{id} = {folder}{end}");
    }

    /// <summary>A solution filter with the project among those of its folder, in order.</summary>
    /// <param name="filter">The text.</param>
    /// <param name="project">Relative to the solution.</param>
    public static string WithFiltered(string filter, string project)
    {
        if (filter.Contains($"\"{project}\"", StringComparison.Ordinal))
            return filter;
        var list = FilteredProject().Matches(filter);
        var before = list.LastOrDefault(match => string.CompareOrdinal(match.Groups[2].Value, project) < 0) ?? list[^1];
        var comma = before.Groups[3].Value;
        var at = before.Index;
        return $"{filter[..at]}{before.Groups[1].Value}\"{before.Groups[2].Value}\",{before.Groups[1].Value}\"{project}\"{comma}{filter[(at + before.Length)..]}";
    }

    // The same project has the same identity wherever it is added.
    private static string IdOf(string project) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(project)).AsSpan(0, 16)).ToString("B").ToUpperInvariant();

    // A project has no x64 or x86 of its own here.
    private static string Plain(string configuration) => $"{configuration.Split('|')[0]}|Any CPU";

    private static string Section(string solution, string name)
    {
        var start = solution.IndexOf($"GlobalSection({name})", StringComparison.Ordinal);
        return solution[start..EndOf(solution, name)];
    }

    // Where the line of EndGlobalSection begins.
    private static int EndOf(string solution, string name)
    {
        var start = solution.IndexOf($"GlobalSection({name})", StringComparison.Ordinal);
        var end = solution.IndexOf("EndGlobalSection", start, StringComparison.Ordinal);
        return solution.LastIndexOf('\n', end) + 1;
    }

    private static string Inserted(string text, int at, string what) => text.Insert(at, what);

    [GeneratedRegex(@"^\t\t([^=\r\n]+?) = ", RegexOptions.Multiline)]
    private static partial Regex SolutionConfigurations();

    [GeneratedRegex("""(\s*)"([^"]+\.csproj)"(,?)""")]
    private static partial Regex FilteredProject();
}
