using Framework.Tests.Shared;

namespace Framework.Host.Tests.Commands;

public sealed class ComponentPagesTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "docs", "components");

    [Fact]
    public void Pages_OfTheRepository_AreWhatTheDocCommentsSay()
    {
        var written = Directory.CreateTempSubdirectory("pages");
        try
        {
            CommandRun.Of("components", "--plugin", "Framework.Components", "--markdown", written.FullName);

            // Where they differ: ./framework components --plugin Framework.Components --markdown docs/components, and delete what it no longer writes.
            var (expected, actual) = (Read(written.FullName), Read(Folder));
            Assert.Equal(expected.Keys, actual.Keys);
            Assert.All(expected, page => Assert.Equal(page.Value, actual[page.Key]));
        }
        finally
        {
            written.Delete(recursive: true);
        }
    }

    [Fact]
    public void Page_OfAComponent_HasOptionsWithRangesDefaultsAndAnExampleThatBinds()
    {
        var page = File.ReadAllText(Path.Combine(Folder, "transform", "resize.md"));

        Assert.StartsWith("# resize\n", page, StringComparison.Ordinal);
        Assert.Contains("| `size` | a list of 2 to 3 whole numbers | required | Rows and columns", page, StringComparison.Ordinal);
        Assert.Contains("`bilinear-antialiased`", page, StringComparison.Ordinal);
        Assert.Contains("{ use: resize, size: [1, 1] }", page, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);
}
