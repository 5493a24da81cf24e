using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Supervised;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

[Collection(nameof(OneAtATime))]
public sealed class ModelLossesTests
{
    private static readonly LossContext Unit = new() { Labels = Cohort.Labels, TrainingCases = [], Device = torch.CPU };

    [Fact]
    public void Compute_WithWeights_IsTheWeightedSum()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(1 + (0.5f * 2) + 4, Loss(("mask", 0.5)).Compute(Output(), Empty()).item<float>());
    }

    [Fact]
    public void Compute_WeightOfNoLoss_NamesThoseThereAre()
    {
        using var scope = torch.NewDisposeScope();
        var error = Assert.Throws<ExperimentException>(() => Loss(("masks", 0.5)).Compute(Output(), Empty()));

        Assert.Equal("'model-losses' has a weight for 'masks', and the model has no such loss. It has box, mask, class.", error.Message);
    }

    [Fact]
    public void Compute_ModelWithoutLosses_SaysWhatToUse()
    {
        using var scope = torch.NewDisposeScope();
        var error = Assert.Throws<ExperimentException>(() => Loss().Compute(new ModelOutput(torch.zeros(1, 2)), Empty()));

        Assert.Equal("'model-losses' needs a model that works out losses itself, such as a detector; this one has none. Use another loss, such as bce-with-logits.", error.Message);
    }

    [Fact]
    public void Create_NegativeWeight_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => Loss(("box", -1)));

        Assert.Equal("'model-losses' needs the weight of 'box' to be 0 or more; it is -1.", error.Message);
    }

    [Fact]
    public void Probabilities_OfADetector_SaysThatThereAreNone()
    {
        using var scope = torch.NewDisposeScope();
        var error = Assert.Throws<ExperimentException>(() => Loss().Probabilities(Output()));

        Assert.Equal("'model-losses' gives no probabilities of labels: a detector finds objects. Set trainer.objects, or use a classifier with another loss.", error.Message);
    }

    [Fact]
    public void Try_ADetector_SaysBeforeTheTrainingThatNothingPredictsLabels()
    {
        var error = Assert.Throws<ExperimentException>(() =>
            Trainer(Options with { Loss = new ModelLossesFactory(new()) }).Try(Context() with { Model = new Detector() }));

        Assert.StartsWith("'model-losses' gives no probabilities of labels: a detector finds objects.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Try_ADetectorWithAClassifiersLoss_SaysThatItHasNoLogits()
    {
        var error = Assert.Throws<TrainingException>(() => Trainer(Options).Try(Context() with { Model = new Detector() }));

        Assert.Contains(": the model has no output 'logits'; it has none. ", error.Message, StringComparison.Ordinal);
    }

    // Its validation needs losses, which it has in training mode alone; normalisation must not move meanwhile.
    [Fact]
    public void Validate_ADetector_HasLossesAndKeepsItsStatistics()
    {
        var options = Options with { Loss = new ModelLossesFactory(new()), Epochs = 1 };
        using var network = Network.Create(Context() with { Model = new Detector() }, options);
        using var run = TrainingRun.Trial(Context() with { Model = new Detector() }, options, network);
        var before = Weights.Copy(network.Model.Module);

        Assert.True(run.Validate(CancellationToken.None)!.Value.Loss > 0);

        foreach (var (name, tensor) in Weights.Of(network.Model.Module))
            Assert.True(tensor.equal(before[name]).all().item<bool>(), name);
        Assert.False(network.Model.Module.training);
    }

    private static ILoss Loss(params (string Name, double Weight)[] weights) =>
        new ModelLossesFactory(new ModelLossesOptions { Weights = weights.ToDictionary(item => item.Name, item => item.Weight) }).Create(Unit);

    private static ModelOutput Output() => new(new Dictionary<string, torch.Tensor>())
    {
        Losses = new Dictionary<string, torch.Tensor> { ["box"] = torch.tensor(1f), ["mask"] = torch.tensor(2f), ["class"] = torch.tensor(4f) },
    };

    private static Batch Empty() => new([], torch.zeros(1), torch.zeros(1));

    /// <summary>Losses while training, objects while not.</summary>
    private sealed class Detector : IModelFactory
    {
        public IModel Create(ModelContext context) => new Detecting(new TinyNet().Create(context));

        private sealed class Detecting(IModel model) : IModel
        {
            public torch.nn.Module Module => model.Module;

            public ModelOutput Forward(Batch batch)
            {
                var logits = model.Forward(batch).Logits;
                return Module.training
                    ? new ModelOutput(new Dictionary<string, torch.Tensor>()) { Losses = new Dictionary<string, torch.Tensor> { ["box"] = logits.square().mean() } }
                    : new ModelOutput(new Dictionary<string, torch.Tensor>()) { Objects = [] };
            }

            public void Dispose() => model.Dispose();
        }
    }
}
