using System.Text.Json;
using System.Text.RegularExpressions;
using Framework.Host.Authoring;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Processes;

/// <summary>docs/authoring.md, followed word for word: every block of code is a file of one plugin, which builds, passes its tests and runs.</summary>
public sealed class TutorialTests : IDisposable
{
    private const double Published = 0.907;
    private static readonly string Document = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "authoring.md"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact]
    public async Task Tutorial_FollowedToItsEnd_ReachesAnAurocNearThePublishedOne()
    {
        PluginTree.LayOut(_folder);
        var name = PluginName.Parse("vessels");
        var tests = PluginTree.Begin(_folder, name, ["source"]);
        var (plugin, testFolder) = (_folder.File("plugins", name.Assembly), Path.GetDirectoryName(tests)!);
        foreach (var file in Directory.GetFiles(plugin, "*.cs").Concat(Directory.GetFiles(testFolder, "*Tests.cs")))
            File.Delete(file);
        foreach (var (file, text) in Files("csharp", "// "))
            File.WriteAllText(Path.Combine(file.EndsWith("Tests.cs", StringComparison.Ordinal) ? testFolder : plugin, file), text);
        foreach (var (file, text) in Files("yaml", "# "))
            File.WriteAllText(_folder.File(file), text);

        var built = await ProgramRun.Of(_folder.Path, "dotnet", ["build", plugin, .. PluginTree.Build]);
        Assert.True(built.Code == 0, built.Output);
        var tested = await ProgramRun.Of(_folder.Path, "dotnet", ["test", tests, .. PluginTree.Build]);
        Assert.True(tested.Code == 0, tested.Output);
        var data = SharedData.File("data", "medmnist", "vesselmnist3d.npz");
        var ran = await HostProcess.Run(
            _folder.Path, "run", "experiments/vessels.yaml", "--set", $"data.file={data}", "--plugins", _folder.File("artifacts", "plugins"), "--threads", "1", "--loader-threads", "1", "--device", "cpu");

        Assert.True(ran.Code == 0, ran.Error);
        Assert.Contains($"{Published}", ran.Error, StringComparison.Ordinal); // beside ours
        using var metrics = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.File(ran.Output.Trim(), "metrics.json")));
        var auroc = metrics.RootElement.EnumerateArray().Single(row => Text(row, "name") == "auroc" && Text(row, "split") == "test" && Text(row, "label") == "aneurysm" && Text(row, "control") is null);
        Assert.InRange(auroc.GetProperty("value").GetDouble(), 0.85, 1);
    }

    [Fact]
    public void Tutorial_EveryBlockOfCSharp_IsAFile() =>
        Assert.Equal(Regex.Count(Document, "^```csharp$", RegexOptions.Multiline), Files("csharp", "// ").Count);

    private static string? Text(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() : null;

    // Blocks whose first line is the name of their file.
    private static List<(string File, string Text)> Files(string language, string comment) =>
    [
        .. Regex.Matches(Document, $@"^```{language}\n{comment}(\S+\.(?:cs|yaml))\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
    ];
}
