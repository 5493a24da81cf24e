using Framework.Host.Batches;
using Framework.Host.Runs;
using Framework.Host.Tests.Runs;

namespace Framework.Host.Tests.Processes;

/// <summary>A folder with three small experiments on one phantom, one of them with two folds.</summary>
internal sealed class TinyBatch : IDisposable
{
    private const string Yaml = """
        name: NAME
        seed: SEED
        phantom: { use: ich, out: cohort, cases: 48, seed: 5, matrix_size: 32, slice_spacing: 14, prevalence: { subdural: 0.25, epidural: 0.2 } }
        data: { use: ich.rsna, root: cohort }
        split: SPLIT
        stages:
          classify:
            transforms:
              - hounsfield
              - { use: windows, windows: [brain] }
            model: { use: resnet, depth: 18, width: 4 }
            trainer: { use: supervised, epochs: 6, batch_size: 8, checkpoint_every: 3, loss: { use: bce-with-logits }, optimizer: { use: adam, learning_rate: 1.0e-3 } }
        metrics: [ log-loss ]
        controls: [ prevalence ]
        """;

    private readonly TemporaryFolder _folder = new();

    public TinyBatch()
    {
        Write("one", 1, "{ use: holdout, train: 0.5, validate: 0.25, test: 0.25 }");
        Write("two", 2, "{ use: holdout, train: 0.5, validate: 0.25, test: 0.25 }");
        Write("folds", 3, "{ use: k-fold, folds: 2 }");
    }

    public string Path => _folder.Path;

    /// <summary>The whole batch by two workers.</summary>
    public static string[] Words { get; } = ["batch", "folds.yaml", "one.yaml", "two.yaml", "--device", "cpu", "--parallel", "2", "--threads", "1", "--loader-threads", "1", "--keep-going"];

    /// <summary>The runs of an experiment.</summary>
    public IReadOnlyList<RunFolder> RunsOf(string name) => [.. new RunStore(_folder.File("runs"), TimeProvider.System).RunsOf(name)];

    /// <summary>The summary of the only batch.</summary>
    public BatchRecord Record => RunJson.TryRead(
        System.IO.Path.Combine(Assert.Single(Directory.GetDirectories(_folder.File("runs", ".batches"))), BatchPlace.FileName), RunJson.Form.BatchRecord)!;

    public string File(params string[] parts) => _folder.File(parts);

    /// <summary>The same pseudonyms as another batch, so that whole files can be compared.</summary>
    public void TakePseudonymsOf(TinyBatch other)
    {
        Directory.CreateDirectory(_folder.File("runs", ".store"));
        System.IO.File.Copy(other.File("runs", ".store", "pseudonym-key"), _folder.File("runs", ".store", "pseudonym-key"));
    }

    /// <summary>Figures, tables and events of every run, by experiment and file.</summary>
    public SortedDictionary<string, string> Results() =>
        new(new[] { "folds", "one", "two" }.SelectMany(ResultsOf).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Those of the only run of one experiment.</summary>
    public SortedDictionary<string, string> ResultsOf(string name) => ResultsOf(Assert.Single(RunsOf(name)), name);

    /// <summary>Those of a run, wherever it is.</summary>
    public static SortedDictionary<string, string> ResultsOf(RunFolder run, string name) =>
        new(Directory.EnumerateFiles(run.Path, "*", SearchOption.AllDirectories).Where(IsResult).ToDictionary(file => $"{name}/{System.IO.Path.GetRelativePath(run.Path, file)}", System.IO.File.ReadAllText),
            StringComparer.Ordinal);

    /// <summary>Leaves an experiment with the cohort that is there.</summary>
    public void TakePhantomAway(string name) =>
        System.IO.File.WriteAllLines(_folder.File($"{name}.yaml"), System.IO.File.ReadAllLines(_folder.File($"{name}.yaml")).Where(line => !line.StartsWith("phantom:", StringComparison.Ordinal)));

    /// <summary>Changes a file of the batch.</summary>
    public void Change(string name, string from, string to)
    {
        var text = System.IO.File.ReadAllText(File($"{name}.yaml"));
        Assert.Contains(from, text, StringComparison.Ordinal);
        _folder.Write($"{name}.yaml", text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Write(string name, int seed, string split) => _folder.Write($"{name}.yaml", Yaml
        .Replace("NAME", name, StringComparison.Ordinal).Replace("SEED", $"{seed}", StringComparison.Ordinal).Replace("SPLIT", split, StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    private static bool IsResult(string file) => System.IO.Path.GetFileName(file) is "metrics.json" or "predictions.csv" or "events.jsonl";
}
