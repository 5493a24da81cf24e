using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Experiments;

/// <summary>A temporary folder with experiments, loaded against <see cref="TestComponents"/>.</summary>
internal sealed class ExperimentFolder : IDisposable
{
    /// <summary>An experiment without mistakes, using every section.</summary>
    public const string Valid = """
        name: trial
        seed: 7
        data:
          use: test.source
          root: /data
          on_error: quarantine
        split: { use: halves, train: 0.7 }
        stages:
          classify:
            transforms:
              - keep
              - { use: grey, levels: [brain, { center: 80, width: 200 }] }
              - { use: crop, size: [64, 32], only: train }
            model: { use: net, depth: 18 }
            trainer:
              use: fit
              epochs: 5
              loss: { use: bce }
              optimizer: { use: adam, learning_rate: 1.0e-3 }
        metrics: [auroc, { use: weighted, weights: { any: 2 } }]
        controls: [untrained]
        published: [{ metric: auroc, value: 0.98 }]
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("experiment-").FullName;

    public Dictionary<string, string> Environment { get; } = [];

    public PluginSet Plugins { get; init; } = TestCatalogue();

    public static PluginSet TestCatalogue(params PluginLoadResult[] others)
    {
        var catalogue = new ComponentCatalogue();
        catalogue.Register(new TestComponents());
        return new PluginSet(catalogue, others);
    }

    public string PathOf(string name) => Path.Combine(_root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Writes the text and loads it.</summary>
    public ExperimentLoadResult Load(string text, params string[] sets) => LoadFile(Write("trial.yaml", text), sets);

    public ExperimentLoadResult LoadFile(string file, params string[] sets)
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        return new ExperimentLoader(Plugins, services) { Environment = Environment }.Load(file, sets);
    }

    /// <summary>The problems as they are printed, the folder left out.</summary>
    public IReadOnlyList<string> Problems(string text, params string[] sets) => Problems(Load(text, sets));

    public IReadOnlyList<string> Problems(ExperimentLoadResult result) =>
        [.. result.Problems.Select(problem => problem.ToString().Replace(_root + "/", "", StringComparison.Ordinal))];

    /// <summary>The valid experiment with some of its lines, counted from 1, replaced.</summary>
    public static string With(params (int Line, string Text)[] changes)
    {
        var lines = Valid.Split('\n');
        foreach (var (line, text) in changes)
            lines[line - 1] = text;
        return string.Join('\n', lines);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
