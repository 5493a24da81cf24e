using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Host.Tests.Runs;
using Microsoft.Extensions.DependencyInjection;
using TorchSharp;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>An experiment file, a store of runs, a screen and a clock in a folder of their own.</summary>
internal sealed class Workbench : IDisposable
{
    private const string Yaml = """
        name: walk
        seed: 7
        data: { use: study.numbers, identifiers: keep }
        split: { use: study.every-fifth }
        stages:
          guess:
            transforms: [ { use: study.add, amount: 2 } ]
            trainer: { use: study.walk }
        metrics: [ study.squared-error, study.hits ]
        controls: [ study.untrained, prevalence ]
        """;

    private readonly TemporaryFolder _folder = new();

    public Workbench()
    {
        Catalogue = new ComponentCatalogue();
        Catalogue.Register(new StudyPlugin());
        Store = new RunStore(_folder.File("runs"), Time);
    }

    public TemporaryFolder Folder => _folder;

    public ComponentCatalogue Catalogue { get; }

    public ManualTime Time { get; } = new();

    public RecordedScreen Screen { get; } = new();

    public RunStore Store { get; set; }

    /// <summary>The experiment with some values changed; a new object every time, as in a new process.</summary>
    public Experiment Load(params string[] sets)
    {
        var file = _folder.Write("walk.yaml", Yaml);
        using var services = new ServiceCollection().BuildServiceProvider();
        return new ExperimentLoader(new PluginSet(Catalogue, []), services).Load(file, sets).OrThrow();
    }

    public RunFolder Run(Experiment experiment, bool fresh = false, string? only = null, CancellationToken cancellation = default) =>
        new RunExecution(Catalogue, Store, Screen, Time).Run(experiment, Settings(fresh) with { Only = only }, cancellation);

    public static WalkTrainer TrainerOf(Experiment experiment) => (WalkTrainer)experiment.Stages[0].Trainer.Instance;

    public void Dispose() => _folder.Dispose();

    private static RunSettings Settings(bool fresh) => new() { Device = torch.CPU, LoaderThreads = 1, Fresh = fresh, CommandLine = "./framework run walk.yaml" };
}
