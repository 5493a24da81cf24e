using System.Text.Json;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Processes;

/// <summary>The study of microbleeds from its phantom to the third centre, smaller than its quick experiment and otherwise the same.</summary>
public sealed class CmbCsvdRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_PhantomToTheThirdCentre_FindsNamesAndShows()
    {
        _folder.Write("tiny.yaml", $$"""
            extends: {{Path.Combine(SharedData.RepositoryRoot, "experiments", "cmb-csvd", "quick.yaml")}}
            name: tiny
            phantom: { cases: 30, matrix_size: 64, slice_spacing: 8, diameter: [8, 10], microbleeds: 4 }
            stages:
              detect:
                model: { width: 16, min_size: 128, anchor_sizes: [[8], [12], [16], [32], [64]] }
                trainer: { steps: 160 }
              classify: { trainer: { epochs: 4, batch_size: 7 }, model: { encoder: { width: 4 } } }
            explain: [ { use: attention, stage: classify, cases: { take: 2 } } ]
            """);
        var (code, output, error) = await HostProcess.Run(_folder.Path, "run", "tiny.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1");
        Assert.True(code == 0, error);
        var run = Path.Combine(_folder.Path, output.Trim());

        Assert.DoesNotContain(Figures(run), row => Text(row, "split") == "external");
        var maps = Directory.GetFiles(Path.Combine(run, "units", "classify.0.0", "maps"), "*.nii.gz");
        Assert.Equal(2, maps.Length);

        (code, _, error) = await HostProcess.Run(_folder.Path, "external", run, "--reason", "test");
        Assert.True(code == 0, error);
        Assert.InRange(Figure(run, "auroc", "external", "classify", "case"), 0.0, 1.0);
        Assert.InRange(Figure(run, "froc-2", "external", "detect", "series"), 0.2, 1.0);
        Assert.Contains("R1", File.ReadAllText(Path.Combine(run, "report.html")), StringComparison.Ordinal);
        (code, _, error) = await HostProcess.Run(_folder.Path, "external", run, "--reason", "once more");
        Assert.NotEqual(0, code);
        Assert.Contains("--again", error, StringComparison.Ordinal);
    }

    private static double Figure(string run, string name, string split, string stage, string at) =>
        Figures(run).Single(row => Text(row, "split") == split && Text(row, "stage") == stage && Text(row, "name") == name && Text(row, "at") == at
            && Text(row, "control") is null && Text(row, "label") is null).GetProperty("value").GetDouble();

    private static List<JsonElement> Figures(string run)
    {
        using var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "metrics.json")));
        return [.. metrics.RootElement.EnumerateArray().Select(row => row.Clone())];
    }

    private static string? Text(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() : null;
}
