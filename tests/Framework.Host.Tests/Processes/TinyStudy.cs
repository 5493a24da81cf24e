using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Processes;

/// <summary>A folder with a real but tiny experiment: a phantom of small slices and a narrow ResNet, a few seconds of training.</summary>
internal sealed class TinyStudy : IDisposable
{
    private const string Yaml = """
        name: tiny
        seed: 11
        phantom: { use: ich, out: cohort, cases: 96, seed: 5, matrix_size: 32, slice_spacing: 14, prevalence: { subdural: 0.25, epidural: 0.2 } }
        data: { use: ich.rsna, root: cohort }
        split: { use: holdout, train: 0.5, validate: 0.25, test: 0.25 }
        stages:
          classify:
            transforms:
              - hounsfield
              - { use: windows, windows: [brain, subdural] }
              - { use: shift-scale-rotate, only: train, rotate: 14 }
              - { use: flip, only: train, axis: x, probability: 0.5 }
            model: { use: resnet, depth: 18, width: 8 }
            trainer:
              use: supervised
              epochs: 12
              batch_size: 8
              checkpoint_every: 4
              accumulate: 2
              ema: 0.9
              sampler: { use: balanced, label: any }
              schedule: { use: warm-up, epochs: 2, then: { use: plateau, patience: 1, factor: 0.5 } }
              select: { metric: log-loss, label: any }
              early_stopping: { patience: 4, min_delta: 0.001 }
              freeze: [ "conv1.*", "bn1.*" ]
              unfreeze_at: 2
              learning_rates: { "fc.*": 3 }
              loss: { use: bce-with-logits }
              optimizer: { use: adam, learning_rate: 1.0e-3 }
        metrics: [ log-loss, auroc ]
        controls: [ untrained, prevalence ]
        """;

    private readonly TemporaryFolder _folder = new();

    public TinyStudy()
        : this(Yaml)
    {
    }

    /// <summary>The same cohort and name with another experiment.</summary>
    public TinyStudy(string yaml) => _folder.Write("tiny.yaml", yaml);

    public string Path => _folder.Path;

    public string Run => Directory.GetDirectories(_folder.File("runs", "tiny")).Single(path => !path.EndsWith(".tmp", StringComparison.Ordinal));

    /// <summary>The pseudonyms of another study's store, so that whole files can be compared.</summary>
    public void TakePseudonymsOf(TinyStudy other)
    {
        Directory.CreateDirectory(_folder.File("runs", ".store"));
        File.Copy(System.IO.Path.Combine(other.Path, "runs", ".store", "pseudonym-key"), _folder.File("runs", ".store", "pseudonym-key"));
    }

    /// <summary>The figures, tables and events of the run, by the names of their files.</summary>
    public Dictionary<string, string> Results() => new[] { "metrics.json", "predictions", "units" }
        .SelectMany(name => Directory.Exists(System.IO.Path.Combine(Run, name))
            ? Directory.EnumerateFiles(System.IO.Path.Combine(Run, name), "*", SearchOption.AllDirectories)
            : [System.IO.Path.Combine(Run, name)])
        .Where(path => System.IO.Path.GetExtension(path) is ".csv" or ".jsonl" || System.IO.Path.GetFileName(path) == "metrics.json")
        .ToDictionary(path => System.IO.Path.GetRelativePath(Run, path), File.ReadAllText);

    /// <summary>The bytes of every unit's last checkpoint.</summary>
    public Dictionary<string, byte[]> Checkpoints() => Directory.EnumerateFiles(Run, CheckpointFiles.Last, SearchOption.AllDirectories)
        .ToDictionary(path => System.IO.Path.GetRelativePath(Run, path), File.ReadAllBytes);

    public void Dispose() => _folder.Dispose();
}
