using Framework.Components.Models;
using Framework.Components.Tests.Training;
using Framework.Components.Training;
using Framework.Sdk.Testing;
using TorchSharp;

namespace Framework.Components.Tests.Contracts;

/// <summary>The shared trainers of images under their contract. Those that read other stages (<c>mean</c>, <c>weighted-mean</c>) have no images.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SharedTrainerContractTests
{
    [Fact]
    public void Contract_Supervised_Holds()
    {
        torch.set_num_threads(1);
        Assert.Empty(ContractRun.Of(new Supervised()));
    }

    [Fact]
    public void Contract_LogisticRegression_Holds() => Assert.Empty(ContractRun.Of(new Regression()));

    private sealed class Supervised : TrainerContract
    {
        protected override IModelFactory Model => new TinyNet();

        protected override ITrainer Create() => new SupervisedTrainer(SupervisedTrainerTests.Options with { Epochs = 8, BatchSize = 4 }, TimeProvider.System);
    }

    private sealed class Regression : TrainerContract
    {
        protected override ITrainer Create() => new LogisticRegressionTrainer(new LogisticRegressionOptions());
    }
}
