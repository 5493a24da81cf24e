using Framework.Host.Experiments;
using Framework.Host.Experiments.Sound;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Host.Tests.Experiments;

/// <summary>What of a faulty experiment is still looked at, and what is not since it rests on something wrong.</summary>
public sealed class SoundExperimentTests : IDisposable
{
    private readonly ExperimentFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Sound_NoFault_IsNotMade() => Assert.Null(Load(ExperimentFolder.Valid).Sound);

    [Fact]
    public void Sound_FaultyTrainer_KeepsTheStagesTransformsAndNetwork()
    {
        var stage = Assert.Single(SoundOf((17, "      epochs: many")).Stages);

        Assert.True(StandIn.Is(stage.Trainer.Instance));
        Assert.Equal(["keep", "grey", "crop"], stage.Transforms.Select(step => step.Name));
        Assert.Equal("net", stage.Model!.Name);
    }

    [Fact]
    public void Sound_FaultyMetricControlAndSplit_LeavesThemOutAndKeepsTheOthers()
    {
        var sound = SoundOf((7, "split: { use: halves, train: 7 }"), (20, "metrics: [auroc, aurok]"), (21, "controls: [astrology]"), (22, "published: [{ metric: f1, value: 1 }]"));

        Assert.True(StandIn.Is(sound.Split.Instance));
        Assert.Equal("auroc", Assert.Single(sound.Metrics).Name);
        Assert.Empty(sound.Controls);
        Assert.False(StandIn.Is(sound.Stages[0].Trainer.Instance));
    }

    [Theory]
    [InlineData("  root: 7\n  roto: 7")]                                             // an unknown option of the source
    [InlineData("  root: /data\nphantm: { use: ich, out: x, cases: 1, seed: 1 }\ncache:")] // what was to write the data is misspelt
    public void Sound_DataThatAreNotKnown_AreNotRead(string lines) => Assert.True(StandIn.Is(SoundOf((5, lines), (6, "")).Data.Source.Instance));

    [Fact]
    public void Sound_StageThatReadsAFaultyOne_IsLeftOut()
    {
        var sound = SoundOf((17, "      epochs: many"), (19, "      optimizer: { use: adam, learning_rate: 1.0e-3 }\n  later: { reads: [classify], trainer: { use: fit, epochs: 1, loss: { use: bce }, optimizer: { use: adam, learning_rate: 1.0e-3 } } }"));

        Assert.Equal("classify", Assert.Single(sound.Stages).Name);
    }

    private Experiment SoundOf(params (int Line, string Text)[] changes)
    {
        var loaded = Load(ExperimentFolder.With(changes));
        Assert.Null(loaded.Experiment);
        Assert.NotNull(loaded.Sound);
        Assert.Empty(loaded.Sound.Further);
        return loaded.Sound.Experiment;
    }

    private ExperimentLoadResult Load(string text) => new ExperimentLoader(_folder.Plugins, _services).Load(_folder.Write("trial.yaml", text), []);
}
