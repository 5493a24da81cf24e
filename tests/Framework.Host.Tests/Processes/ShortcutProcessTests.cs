using System.Text.Json;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>A phantom cohort whose scanner is its label, run by the real executable.</summary>
public sealed class ShortcutProcessTests : IDisposable
{
    private const string Yaml = """
        name: shortcut
        seed: 3
        phantom:
          use: ich
          out: cohort
          cases: 300
          seed: 8
          matrix_size: 32
          slice_spacing: 14
          scanner_tells_label: true
          prevalence: { epidural: 0.15, intraparenchymal: 0.15, intraventricular: 0.15, subarachnoid: 0.15, subdural: 0.15 }
        data: { use: ich.rsna, root: cohort }
        split: { use: holdout, train: 0.6, test: 0.4 }
        stages:
          classify:
            transforms: [ hounsfield, { use: windows, windows: [brain] }, { use: resize, size: [8, 8] } ]
            trainer: { use: logistic-regression, inverse_regularisation: 0.01 }
        metrics: [ auroc ]
        controls:
          - { use: metadata-only, must: pass, expect: { metric: auroc, label: any, below: 0.65 } }
          - prevalence
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ScannerIsTheLabel_IsRedAndEndsWithItsOwnExitCode()
    {
        _folder.Write("shortcut.yaml", Yaml);

        var (code, output, error) = await HostProcess.Run(_folder.Path, "run", "shortcut.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1");

        Assert.True((int)ExitCode.ControlFailed == code, error);
        var run = Path.Combine(_folder.Path, output.Trim());
        using var verdicts = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "controls.json")));
        var probe = verdicts.RootElement[0];
        Assert.Equal("metadata-only", probe.GetProperty("control").GetString());
        Assert.False(probe.GetProperty("passed").GetBoolean());
        Assert.InRange(probe.GetProperty("value").GetDouble(), 0.95, 1);
        Assert.Contains("What weighed most: any: ", probe.GetProperty("words").GetString()!, StringComparison.Ordinal);
        Assert.Contains("<p class=\"verdict bad\"><strong>metadata-only: failed</strong>", File.ReadAllText(Path.Combine(run, "report.html")), StringComparison.Ordinal);
        Assert.Contains("the control 'metadata-only' must pass and did not.", error, StringComparison.Ordinal);
    }
}
