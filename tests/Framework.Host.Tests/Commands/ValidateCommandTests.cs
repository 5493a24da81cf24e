using System.Text.Json;
using Framework.Host.Tests.Processes;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class ValidateCommandTests : IDisposable
{
    private const string Wrong = "name: trial\nseed: many\ndata: { use: nowhere }\nsplit: { use: holdout }\nstages: { a: { trainer: { use: supervized } } }\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("validate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_ProblemsInTwoFiles_ShowsAllOfBoth()
    {
        var first = Write("first.yaml", Wrong);
        var second = Write("second.yaml", "- 1");

        var run = CommandRun.Of("validate", first, second);

        Assert.Equal(ExitCode.WrongExperiment, run.Code);
        Assert.Equal(
            $"""
            {first}:2:7: the experiment needs 'seed' to be a whole number of at least 0; it is 'many'.
            {first}:3:14: no plugin offers the data source 'nowhere'. `framework components --interface data-source` lists them.
            {first}:4:8: 'holdout' needs 'train', a number from 0.001 to 1. Add it.
            {first}:5:32: no plugin offers the trainer 'supervized'. Did you mean 'supervised'? `framework components --interface trainer` lists them.
            {first}: 4 problems
            {second}:1:1: an experiment is a mapping of keys such as 'name', 'data', 'split' and 'stages'.
            {second}: 1 problem

            """,
            run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void Run_Json_HoldsEveryProblemWithItsPlace()
    {
        var file = Write("first.yaml", Wrong);

        var validation = JsonDocument.Parse(CommandRun.Of("validate", file, "--json").Output).RootElement[0];

        Assert.False(validation.GetProperty("valid").GetBoolean());
        Assert.Equal(
            [(2, 7), (3, 14), (4, 8), (5, 32)],
            validation.GetProperty("problems").EnumerateArray().Select(problem => (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32())));
    }

    [Fact]
    public void Run_Experiment_NamesThePluginAndVersionOfEachComponentNestedOnesToo()
    {
        var version = typeof(Framework.Components.SharedComponents).Assembly.GetName().Version!.ToString(3);
        var file = Write("bound.yaml", """
            name: bound
            seed: 1
            data: { use: medmnist, file: nowhere.npz, labels: [a] }
            split: { use: holdout, train: 0.5, validate: 0.5 }
            stages:
              a:
                model: { use: resnet, depth: 18 }
                trainer: { use: supervised, epochs: 1, batch_size: 2, loss: bce-with-logits, optimizer: { use: adam, learning_rate: 0.1 } }
            metrics: [auroc]
            """);

        var text = CommandRun.Of("validate", file).Error;
        var json = JsonDocument.Parse(CommandRun.Of("validate", file, "--json").Output).RootElement[0].GetProperty("components");

        Assert.Contains($"{file}: of Framework.Components {version}: adam, auroc, bce-with-logits, holdout, medmnist, resnet, supervised\n", text, StringComparison.Ordinal);
        Assert.Equal(
            ("adam", "optimizer", "Framework.Components", version),
            (json[0].GetProperty("name").GetString(), json[0].GetProperty("interface").GetString(), json[0].GetProperty("plugin").GetString(), json[0].GetProperty("version").GetString()));
    }

    [Theory]
    [InlineData(ExitCode.Done, "components")]
    [InlineData(ExitCode.WrongExperiment, "validate", "nowhere.yaml")]
    [InlineData(ExitCode.WrongExperiment, "rnu")]
    [InlineData(ExitCode.PluginFailed, "plugins", "--plugins", "nowhere")]
    public async Task Process_Ends_WithTheExitCodeOfTheOutcome(ExitCode code, params string[] words) =>
        Assert.Equal(code, (ExitCode)(await HostProcess.Run(_folder, words)).Code);

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return Path.Combine(_folder, name);
    }
}
