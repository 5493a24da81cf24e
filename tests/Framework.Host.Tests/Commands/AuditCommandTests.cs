using System.Text.Json;
using Framework.Host.Commands;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedDataFact]
    public void Run_PneumoniaMnist_FindsExactlyTheEightImagesThatLieInTwoParts()
    {
        var run = Audit("--json");

        Assert.Equal(ExitCode.ControlFailed, run.Code);
        var leak = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "leak");
        Assert.Equal(("pixels", 8), (leak.GetProperty("kind").GetString(), leak.GetProperty("count").GetInt32()));
        Assert.Equal(["train", "validate"], leak.GetProperty("parts").EnumerateArray().Select(part => part.GetString()));
        Assert.Equal(8, leak.GetProperty("cases").EnumerateArray().Count(cases => cases.EnumerateArray().Any(name => name.GetString()!.StartsWith("val/", StringComparison.Ordinal))));
        Assert.Contains("5,856 cases, 5,856 images compared: 1 leak", run.Error, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void Run_Hashes_AreFoundAsAPretrainingListOfTheSameImages()
    {
        var list = _folder.File("seen.csv");
        Audit("--hashes", list);

        var run = Audit("--set", $"audit.pretraining=[{list}]");

        // Whatever is in two parts was trained on; the other cases of validate and test were not.
        Assert.Contains("leak: pretraining: 8 cases of validate stand in the lists of what the weights were trained on before.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cases of test stand", run.Output, StringComparison.Ordinal);
        Assert.Contains("note: pretraining: 4,708 cases of train stand", run.Output, StringComparison.Ordinal);
    }

    private CommandRun Audit(params string[] words)
    {
        var file = SharedData.File("data", "medmnist", "pneumoniamnist_reassembled.npz");
        var rows = new[] { ("train", "train", 4708), ("val", "validate", 524), ("test", "test", 624) }
            .SelectMany(part => Enumerable.Range(0, part.Item3).Select(i => $"{part.Item1}/{i},{part.Item2}\n"));
        var split = _folder.Write("parts.csv", "subject,part\n" + string.Concat(rows));
        var experiment = _folder.Write("trial.yaml", $$"""
            name: trial
            data: { use: medmnist, file: {{file}}, labels: [pneumonia], identifiers: keep }
            split: { use: fixed, file: {{split}} }
            stages: { classify: { trainer: { use: logistic-regression } } }
            metrics: [ auroc ]
            """);
        return CommandRun.With([new AuditCommand()], ["audit", experiment, "--runs", _folder.File("runs"), .. words]);
    }
}
