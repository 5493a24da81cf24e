using Framework.Components.Data.Findings;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>A later stage on the label maps of an earlier one: tried, run, frozen and used on new cases, through the real executable.</summary>
public sealed class StagedRunTests : IDisposable
{
    private const string Yaml = """
        name: chain
        seed: 3
        data: { use: cohort, root: cohort, tables: [cohort.csv], case: id, subject: patient, series: series, images: { image: image, mask: mask } }
        split: { use: holdout, train: 0.6, validate: 0.2, test: 0.2 }
        stages:
          segment:
            transforms: [ { use: slice, index: 0 }, { use: resize, size: [32, 32] } ]
            model: { use: unet, features: [4, 4, 8, 8, 8, 4] }
            trainer:
              use: supervised
              epochs: 2
              batch_size: 6
              masks: { classes: [background, disc] }
              loss: dice-ce
              optimizer: { use: adam, learning_rate: 0.02 }
            cross_fit: 3
          refine:
            reads: [segment]
            fit_on: train
            transforms: [ { use: slice, index: 0 }, { use: stage-mask, from: segment }, { use: resize, size: [32, 32] } ]
            model: { use: unet, features: [4, 4, 8, 8, 8, 4] }
            trainer:
              use: supervised
              epochs: 2
              batch_size: 6
              masks: { classes: [background, disc], image: mask-segment }
              loss: dice-ce
              optimizer: { use: adam, learning_rate: 0.02 }
        metrics: [ iou ]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Chain_TriedRunBundledAndUsedWithoutMasks_FindsTheSameBits()
    {
        BlobCohort.Write(_folder.File("cohort"), subjects: 20, side: 40, radius: 7);
        _folder.Write("chain.yaml", Yaml);

        Assert.Contains("refine, a batch: went through model and loss", (await Host("validate", "chain.yaml")).Error, StringComparison.Ordinal);
        var run = (await Host("run", "chain.yaml", "--threads", "1", "--loader-threads", "1")).Output.Trim();
        await Host("show", run, "--bundle", "chain.zip");
        BlobCohort.Write(_folder.File("new"), subjects: 20, side: 40, radius: 7);
        foreach (var mask in Directory.GetFiles(_folder.File("new"), "*-mask.nii.gz"))
            File.Delete(mask);
        await Host("predict", "chain.zip", "--input", "new", "--set", "data.images.mask=null", "--out", "table.csv", "--runs", "other");

        Assert.Equal(60, File.ReadLines(_folder.File("table.csv")).Count() - 1);
        var unit = Path.Combine(_folder.Path, run, "units", "refine.0.0");
        var own = FindingsFile.Read(Path.Combine(unit, FindingsFile.Name)).ToList();
        var given = FindingsFile.Read(_folder.File("table.findings", "refine.0.0", FindingsFile.Name)).ToDictionary(line => line.Findings.Overlaps[0].Predicted + line.Findings.MaskHash!, _ => true);
        Assert.True(own.Count >= 20);
        Assert.Contains(own, line => line.Findings.Overlaps[0].Predicted > 0);
        Assert.All(own, line => Assert.True(given.ContainsKey(line.Findings.Overlaps[0].Predicted + line.Findings.MaskHash!), $"{line.Case} has another label map"));
    }

    private async Task<(string Output, string Error)> Host(params string[] arguments)
    {
        var (code, output, error) = await HostProcess.Run(_folder.Path, arguments);
        Assert.True(code == 0, error);
        return (output, error);
    }
}
