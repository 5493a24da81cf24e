using System.Text.Json;
using Framework.Host.Commands;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class NewExperimentCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("new-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void NewExperiment_FromNothing_IsFreeOfMistakesAndKnownToTheEditor()
    {
        var file = Path.Combine(_folder, "experiments", "first.yaml");

        var run = New("first", "--out", file);
        var diff = CommandRun.With([new DiffCommand()], "diff", file, file);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal((ExitCode.Done, ""), (diff.Code, diff.Output)); // it binds
        Assert.Contains("name: first", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void NewExperiment_FromAnother_ChangesItsNameAlone()
    {
        var (basis, file) = (Path.Combine(_folder, "basis.yaml"), Path.Combine(_folder, "second.yaml"));
        New("basis", "--out", basis);

        New("second", "--from", basis, "--out", file);
        var diff = CommandRun.With([new DiffCommand()], "diff", basis, file, "--json");

        var only = Assert.Single(JsonDocument.Parse(diff.Output).RootElement.EnumerateArray());
        Assert.Equal(("name", "basis", "second"), (only.GetProperty("path").GetString(), only.GetProperty("before").GetString(), only.GetProperty("after").GetString()));
    }

    [Fact]
    public void NewExperiment_SettingsOfTheEditor_KeepWhatElseTheyHold()
    {
        var settings = Path.Combine(_folder, ".vscode", "settings.json");
        Directory.CreateDirectory(Path.GetDirectoryName(settings)!);
        File.WriteAllText(settings, "{ \"editor.tabSize\": 2, \"yaml.schemas\": { \"a.json\": \"a.yaml\" } }");

        New("one");
        New("two", "--out", Path.Combine(_folder, "studies", "sih", "two.yaml"));

        var root = JsonDocument.Parse(File.ReadAllText(settings)).RootElement;
        var schemas = root.GetProperty("yaml.schemas");
        Assert.Equal(2, root.GetProperty("editor.tabSize").GetInt32());
        Assert.Equal("a.yaml", schemas.GetProperty("a.json").GetString());
        Assert.Equal(["experiments/**/*.yaml", "studies/**/*.yaml"], schemas.GetProperty(".vscode/experiment.schema.json").EnumerateArray().Select(item => item.GetString()));
        Assert.True(File.Exists(Path.Combine(_folder, ".vscode", "experiment.schema.json")));
    }

    // The editor puts '**/' before each pattern: a bare '*.yaml' would be every YAML file, and '..' none.
    [Fact]
    public void NewExperiment_OutsideTheFolderOfExperiments_IsKnownToTheEditorAndNothingElseIs()
    {
        using var elsewhere = new Runs.TemporaryFolder();

        New("atTheTop", "--out", Path.Combine(_folder, "atTheTop.yaml"));
        New("far", "--out", elsewhere.File("studies", "far.yaml"));

        var patterns = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, ".vscode", "settings.json"))).RootElement.GetProperty("yaml.schemas").GetProperty(".vscode/experiment.schema.json");
        Assert.Equal(["atTheTop.yaml", $"{elsewhere.File("studies")}/**/*.yaml"], patterns.EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public void NewExperiment_SettingsWithComments_AreLeftAloneAndTheLineToAddIsSaid()
    {
        var settings = Path.Combine(_folder, ".vscode", "settings.json");
        Directory.CreateDirectory(Path.GetDirectoryName(settings)!);
        File.WriteAllText(settings, "{ // mine\n}");

        var run = New("one");

        Assert.Equal("{ // mine\n}", File.ReadAllText(settings));
        Assert.Contains("\"yaml.schemas\": { \".vscode/experiment.schema.json\": [\"experiments/**/*.yaml\"] }", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void NewExperiment_FileThatIsThere_IsLeftAlone()
    {
        var file = Path.Combine(_folder, "kept.yaml");
        File.WriteAllText(file, "name: mine");

        var run = New("kept", "--out", file);

        Assert.Equal(ExitCode.WrongExperiment, run.Code);
        Assert.Equal("name: mine", File.ReadAllText(file));
    }

    private CommandRun New(params string[] words) => CommandRun.With([new NewCommand()], ["new", "experiment", .. words, "--root", _folder]);
}
