using System.Text.Json;
using Framework.Components.Data.Findings;
using Framework.Components.Data.Volumes;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>Segmentation and detection from YAML to figures, through the real executable.</summary>
public sealed class FindingsRunTests : IDisposable
{
    private const string Segmentation = """
        name: discs
        seed: 3
        data: { use: cohort, root: cohort, tables: [cohort.csv], case: id, subject: patient, series: series, images: { image: image, mask: mask } }
        split: { use: holdout, train: 0.6, validate: 0.2, test: 0.2 }
        stages:
          segment:
            transforms:
              - { use: slice, index: 0 }
              - { use: flip, only: train, axis: x, probability: 0.5 }
              - { use: resize, size: [32, 32] }
            model: { use: unet, features: [4, 4, 8, 8, 8, 4] }
            trainer:
              use: supervised
              epochs: 10
              batch_size: 6
              masks: { classes: [background, disc] }
              loss: dice-ce
              select: { metric: dice, figure: dice }
              optimizer: { use: adam, learning_rate: 0.02 }
        metrics: [ { use: dice, confidence: { resamples: 100 } }, iou ]
        controls: [ untrained ]
        """;

    private const string Detection = """
        name: boxes
        seed: 3
        data: { use: cohort, root: cohort, tables: [cohort.csv], case: id, subject: patient, series: series, images: { image: image, mask: mask } }
        split: { use: holdout, train: 0.6, validate: 0.1, test: 0.3 }
        stages:
          detect:
            transforms: [ { use: slice, index: 0 }, { use: objects-from-mask, classes: [disc] } ]
            model:
              use: mask-rcnn
              depth: 18
              width: 8
              anchor_sizes: [[12], [20], [32], [48], [64]]
              aspect_ratios: [1]
              proposals: { before_nms_in_training: 200, after_nms_in_training: 100, before_nms: 200, after_nms: 100 }
              boxes: { batch_size_per_image: 64, score_threshold: 0.3 }
            trainer:
              use: supervised
              epochs: 14
              batch_size: 2
              select: last
              objects: { classes: [disc], masks: true }
              loss: model-losses
              optimizer: { use: adam, learning_rate: 0.002 }
        metrics: [ { use: detection-recall, extent: masks, join: { extent: masks } }, detection-precision, froc, average-precision-iou, dice ]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Segmentation_LearnsDiscsAndKeepsTheirLabelMaps()
    {
        BlobCohort.Write(_folder.File("cohort"), subjects: 20, side: 40, radius: 7);
        var run = await Run(Segmentation, "discs");

        Assert.True(Figure(run, "dice") > 0.8, $"Dice is {Figure(run, "dice")}");
        Assert.True(Figure(run, "dice-pooled") > 0.8);
        Assert.True(Figure(run, "dice", control: "untrained") < 0.5);
        var unit = Path.Combine(run, "units", "segment.0.0");
        var lines = FindingsFile.Read(Path.Combine(unit, FindingsFile.Name)).ToList();
        Assert.Equal(Directory.GetFiles(Path.Combine(unit, MaskFolder.Name)).Length, lines.Count);
        using var workspace = new SampleWorkspace();
        foreach (var (_, _, findings) in lines)
        {
            Assert.Equal((40, 40, 1), findings.Grid.Size); // the scan's own grid, not the network's
            Assert.Equal(findings.Overlaps[0].Predicted, new MaskFolder(unit).Read(findings, workspace)!.Pixels.ToArray().Count(value => value == 1));
        }

        var file = VolumeFile.Read(Path.Combine(unit, lines[0].Findings.MaskFile!), "mask", workspace);
        Assert.Equal(lines[0].Findings.Grid.Geometry.Spacing.X, file.Geometry.Spacing.X, 1e-6);
        Assert.Empty(Directory.Exists(Path.Combine(run, "units", "segment.0.0.untrained", MaskFolder.Name)) ? ["masks"] : Array.Empty<string>());
    }

    [Fact]
    public async Task Run_Detection_FindsDiscsAndScoresThem()
    {
        BlobCohort.Write(_folder.File("cohort"), subjects: 20, side: 64, radius: 8);
        var run = await Run(Detection, "boxes");

        Assert.True(Figure(run, "detection-recall") >= 0.7, $"recall is {Figure(run, "detection-recall")}");
        Assert.True(Figure(run, "detection-recall", at: "series") >= 0.6, $"recall of series is {Figure(run, "detection-recall", at: "series")}");
        Assert.True(Figure(run, "average-precision-iou-0.5") > 0.6, $"AP at 0.5 is {Figure(run, "average-precision-iou-0.5")}");
        Assert.True(Figure(run, "dice") > 0.6, $"Dice is {Figure(run, "dice")}");
        var findings = FindingsFile.Read(Path.Combine(run, "units", "detect.0.0", FindingsFile.Name)).ToList();
        Assert.All(findings, line => Assert.NotNull(line.Findings.Truths));
        Assert.Contains(findings, line => line.Findings.Found.Count > 0);
    }

    [Fact]
    public async Task Run_MaskWithAnUnknownClass_EndsWithThree()
    {
        BlobCohort.Write(_folder.File("cohort"), subjects: 20, side: 40, radius: 7);
        _folder.Write("discs.yaml", Segmentation.Replace("classes: [background, disc]", "classes: [background, disc], values: [0, 7]", StringComparison.Ordinal));
        var (code, _, error) = await HostProcess.Run(_folder.Path, "run", "discs.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1");
        Assert.Equal(3, code);
        Assert.Contains("'mask' holds 1, which stands for none of masks.classes: they are 0, 7.", error, StringComparison.Ordinal);
    }

    private async Task<string> Run(string yaml, string name)
    {
        _folder.Write($"{name}.yaml", yaml);
        var (code, output, error) = await HostProcess.Run(_folder.Path, "run", $"{name}.yaml", "--device", "cpu", "--threads", "1", "--loader-threads", "1");
        Assert.True(code == 0, error);
        return Path.Combine(_folder.Path, output.Trim());
    }

    private static double Figure(string run, string name, string at = "case", string? control = null)
    {
        using var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "metrics.json")));
        return metrics.RootElement.EnumerateArray().Single(row => Text(row, "split") == "test" && Text(row, "name") == name && Text(row, "at") == at && Text(row, "control") == control)
            .GetProperty("value").GetDouble();
    }

    private static string? Text(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() : null;
}
