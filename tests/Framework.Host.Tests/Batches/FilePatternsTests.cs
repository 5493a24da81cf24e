using Framework.Host.Batches;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Batches;

public sealed class FilePatternsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FilePatternsTests()
    {
        foreach (var file in new[] { "b.yaml", "a.yaml", "notes.txt", "deep/c.yaml", "deep/er/d.yaml", ".hidden/e.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
            _folder.Write(file, "");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.yaml", "a.yaml b.yaml")]
    [InlineData("?.yaml", "a.yaml b.yaml")]
    [InlineData("*/*.yaml", "deep/c.yaml")]
    [InlineData("deep/**/*.yaml", "deep/c.yaml deep/er/d.yaml")]
    [InlineData("**/*.yaml", "a.yaml b.yaml deep/c.yaml deep/er/d.yaml")]
    public void Expand_Pattern_IsTheFilesByName(string pattern, string expected) =>
        Assert.Equal(expected.Split(' ').Select(name => _folder.File(name)), FilePatterns.Expand([_folder.File(pattern)]));

    [Fact]
    public void Expand_SeveralWords_KeepsTheirOrderAndNoFileTwice() =>
        Assert.Equal([_folder.File("b.yaml"), _folder.File("a.yaml")], FilePatterns.Expand([_folder.File("b.yaml"), _folder.File("*.yaml")]));

    [Fact]
    public void Expand_NothingThere_SaysWhichWord()
    {
        Assert.Equal($"'{_folder.File("x*.yaml")}' matches no file.", Assert.Throws<ExperimentException>(() => FilePatterns.Expand([_folder.File("x*.yaml")])).Message);
        Assert.StartsWith($"{_folder.File("x.yaml")}: there is no such file.", Assert.Throws<ExperimentException>(() => FilePatterns.Expand([_folder.File("x.yaml")])).Message, StringComparison.Ordinal);
    }
}
