using Framework.Components.Ensembles;
using Framework.Components.Transforms.Composing;
using Framework.Components.Transforms.Stages;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>A study small enough to follow by hand: a case's image is one number, and the trainer walks towards the labels.</summary>
public sealed class StudyPlugin : IPlugin
{
    public void Register(IComponentRegistry components) => components
        .Add<IDataSource, NumberSource, NumberOptions>("study.numbers")
        .Add<IPhantom, NumberPhantom>("study")
        .Add<ISplit, EveryFifthSplit, EveryFifthOptions>("study.every-fifth")
        .Add<ITransform, AddTransform, AddOptions>("study.add")
        .Add<ITransform, CentreTransform>("study.centre")
        .Add<ITransform, ShakeTransform>("study.shake")
        .Add<ISplit, NoTestSplit>("study.no-test")
        .Add<ITrainer, WalkTrainer, WalkOptions>("study.walk")
        .Add<ITrainer, ContinuingTrainer>("study.continue")
        .Add<IPredictionWriter, LineWriter>("study.lines")
        .Add<ITrainer, EchoTrainer>("study.echo")
        .Add<ITrainer, MemoryTrainer, MemoryOptions>("study.memory")
        .Add<ITrainer, FinderTrainer>("study.finder")
        .Add<ITrainer, MarkerTrainer>("study.marker")
        .Add<ITransform, SelectImageTransform, SelectImageOptions>("select-image")
        .Add<ITransform, StageMaskTransform, StageMaskOptions>("stage-mask")
        .Add<ITrainer, MeanTrainer>("mean")
        .Add<ITrainer, WeightedMeanTrainer, WeightedMeanOptions>("weighted-mean")
        .Add<IMetric, SquaredErrorMetric>("study.squared-error")
        .Add<IMetric, HitsMetric>("study.hits")
        .Add<IControl, UntrainedControl>("study.untrained")
        .Add<IControl, NeedyControl>("study.needy")
        .Add<IControl, FirstCasesControl, FirstCasesOptions>("study.first")
        .Add<IControl, ConstantControl>("prevalence");
}
