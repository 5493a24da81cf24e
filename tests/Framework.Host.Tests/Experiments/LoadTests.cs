using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Tests.Experiments;

public sealed class LoadTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Valid_GivesEverySection()
    {
        var experiment = _folder.Load(ExperimentFolder.Valid).OrThrow();

        Assert.Equal(("trial", 7UL), (experiment.Name, experiment.Seed));
        Assert.Equal("/data", Assert.IsType<TestComponents.Source>(experiment.Data.Source.Instance).Options.Root);
        Assert.Equal(ErrorPolicy.Quarantine, experiment.Data.OnError);
        Assert.Equal(0.7, Assert.IsType<TestComponents.Halves>(experiment.Split.Instance).Options.Train);
        Assert.Null(experiment.Phantom);
        var stage = Assert.Single(experiment.Stages);
        Assert.Equal([("keep", null), ("grey", null), ("crop", Phase.Train)], stage.Transforms.Select(step => (step.Name, step.Only)));
        Assert.Equal(18, Assert.IsType<TestComponents.Net>(stage.Model!.Instance).Options.Depth);
        Assert.Equal(["auroc", "weighted"], experiment.Metrics.Select(metric => metric.Name));
        Assert.Equal("untrained", Assert.Single(experiment.Controls).Component.Name);
        Assert.Equal(("auroc", 0.98), (experiment.Published[0].Metric, experiment.Published[0].Value));
    }

    [Fact]
    public void Load_NestedComponents_AreMadeWithTheirOptions()
    {
        var trainer = Assert.IsType<TestComponents.Fit>(_folder.Load(ExperimentFolder.Valid).OrThrow().Stages[0].Trainer.Instance);

        Assert.Equal(5, trainer.Options.Epochs);
        Assert.Equal(1e-3, Assert.IsType<TestComponents.Adam>(trainer.Options.Optimizer).Options.LearningRate);
        Assert.Null(Assert.IsType<TestComponents.Bce>(trainer.Options.Loss).Options.PosWeight);
        Assert.Null(trainer.Options.Schedule);
    }

    [Fact]
    public void Load_NamesAndMappings_MakeTheSameKindOfValue()
    {
        var grey = (TestComponents.Grey)_folder.Load(ExperimentFolder.Valid).OrThrow().Stages[0].Transforms[1].Transform;

        Assert.Equal([new TestComponents.Level { Center = 40, Width = 80 }, new TestComponents.Level { Center = 80, Width = 200 }], grey.Options.Levels);
    }

    [Fact]
    public void Load_Phantom_TakesItsPlaceFromTheSameMapping()
    {
        var experiment = _folder.Load(ExperimentFolder.Valid + "\nphantom: { use: test, out: cohort, cases: 12, seed: 3, matrix_size: 32 }").OrThrow();

        Assert.Equal(("test", "cohort", 12, 3UL), (experiment.Phantom!.Phantom.Name, experiment.Phantom.Out, experiment.Phantom.Cases, experiment.Phantom.Seed));
        Assert.Equal("""{"matrix_size":32,"use":"test"}""", experiment.Phantom.Phantom.Canonical);
    }

    [Fact]
    public void Load_NoSuchFile_NamesTheNearest()
    {
        _folder.Write("trial.yaml", ExperimentFolder.Valid);

        var result = _folder.LoadFile(_folder.PathOf("trail.yaml"));

        Assert.Equal($"{_folder.PathOf("trail.yaml")}: there is no such file. Did you mean '{_folder.PathOf("trial.yaml")}'?", Assert.Single(result.Problems).ToString());
        Assert.Equal(ExitCode.WrongExperiment, result.ExitCode);
    }

    [Theory]
    [InlineData("trial.yaml", "trial")]
    [InlineData("experiments/other.yaml", "other")]
    [InlineData("experiments/other.yaml", "other.yaml")]
    public void Load_NameWithoutFolderOrEnding_NamesTheFile(string meant, string given)
    {
        var there = _folder.PathOf(meant);
        Directory.CreateDirectory(Path.GetDirectoryName(there)!);
        File.WriteAllText(there, ExperimentFolder.Valid);

        var result = _folder.LoadFile(_folder.PathOf(given));

        Assert.Equal($"{_folder.PathOf(given)}: there is no such file. Did you mean '{there}'?", Assert.Single(result.Problems).ToString());
    }

    [Theory]
    [InlineData("", "trial.yaml: the file is empty. An experiment has at least 'name', 'data', 'split' and 'stages'.")]
    [InlineData("- a\n- b", "trial.yaml:1:1: an experiment is a mapping of keys such as 'name', 'data', 'split' and 'stages'.")]
    public void Load_NoExperimentInTheFile_SaysWhatOneIs(string text, string problem) => Assert.Equal([problem], _folder.Problems(text));

    [Fact]
    public void Load_Folder_AsksForAFile() =>
        Assert.Equal($"{_folder.PathOf(".")}: this is a folder. Name a file in it.", Assert.Single(_folder.LoadFile(_folder.PathOf(".")).Problems).ToString());

    [Fact]
    public void Load_DeepNesting_IsAProblemAndNoCrash() =>
        Assert.Contains("values nest deeper than 64 levels", Assert.Single(_folder.Problems(new string('[', 20_000))), StringComparison.Ordinal);

    [Fact]
    public void Load_ComponentOfAFailedPlugin_NamesThePluginAndItsFault()
    {
        var failed = new PluginLoadResult("Framework.Plugins.Sih", "/p/Framework.Plugins.Sih.dll") { Problem = "/p/Framework.Plugins.Sih.dll: it needs 'Foo'." };
        using var folder = new ExperimentFolder { Plugins = ExperimentFolder.TestCatalogue(failed) };

        var result = folder.Load(ExperimentFolder.With((4, "  use: sih.scans")));

        Assert.Equal(
            ["trial.yaml:4:8: the data source 'sih.scans' is missing because plugin 'Framework.Plugins.Sih' could not be loaded. /p/Framework.Plugins.Sih.dll: it needs 'Foo'."],
            folder.Problems(result));
        Assert.Equal(ExitCode.PluginFailed, result.ExitCode);
        Assert.Throws<PluginException>(result.OrThrow);
    }

    [Fact]
    public void Load_ComponentAsksForWhatTheHostHasNot_BreaksItsContract()
    {
        var result = _folder.Load(ExperimentFolder.With((20, "metrics: [lonely]")), []);

        Assert.Equal(
            ["trial.yaml:20:11: 'lonely' of plugin 'Framework.Host.Tests' breaks its contract: its constructor asks for 'IDisposable', "
                + "which the host does not offer. Take the options, ILogger<T> or TimeProvider.",
             "trial.yaml:22:23: 'published' names the metric 'auroc', which 'metrics' does not have. There is 'lonely'."],
            _folder.Problems(result));
        Assert.Equal(ExitCode.PluginFailed, result.ExitCode);
    }

    [Fact]
    public void OrThrow_SeveralProblems_PutsEachOnALine()
    {
        var error = Assert.Throws<ExperimentException>(_folder.Load(ExperimentFolder.With((2, "sed: 7"), (17, "      epochs: 0"))).OrThrow);

        Assert.Equal(2, error.Message.Split('\n').Length);
    }
}
