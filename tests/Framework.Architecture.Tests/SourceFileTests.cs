using System.Text.RegularExpressions;
using Framework.Tests.Shared;

namespace Framework.Architecture.Tests;

/// <summary>What a stranger meets when opening a file.</summary>
public sealed partial class SourceFileTests
{
    private const int LongestFile = 300;

    private static readonly string[] Sources = [.. new[] { "sdk", "host", "plugins", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.EndsWith(".Generated.cs", StringComparison.Ordinal))];

    [Fact]
    public void Files_HoldOneIdeaEach()
    {
        var long_ = Sources.Select(path => (Path: Relative(path), Lines: File.ReadLines(path).Count())).Where(file => file.Lines > LongestFile);

        Assert.Empty(long_);
    }

    [Fact]
    public void Names_SayWhatAThingIs()
    {
        var vague = Sources.Where(path => !path.Contains("/bundled/", StringComparison.Ordinal) && VagueName().IsMatch(Path.GetFileNameWithoutExtension(path))).Select(Relative);

        Assert.Empty(vague);
    }

    [Fact]
    public void Files_HaveNoRegions() => Assert.Empty(Sources.Where(path => File.ReadLines(path).Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal))).Select(Relative));

    [Fact]
    public void Yaml_IsReadInOnePlaceOnly()
    {
        var readers = Sources.Where(path => !path.Contains("/tests/", StringComparison.Ordinal) && File.ReadLines(path).Any(line => line.StartsWith("using YamlDotNet", StringComparison.Ordinal))).Select(Relative);

        Assert.All(readers, path => Assert.StartsWith("host/Framework.Host/Experiments/", path, StringComparison.Ordinal));
    }

    private static string Relative(string path) => Path.GetRelativePath(SharedData.RepositoryRoot, path);

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utilities|Base|Common)$")]
    private static partial Regex VagueName();
}
