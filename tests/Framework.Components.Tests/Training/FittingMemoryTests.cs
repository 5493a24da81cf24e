using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Torch;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

[Collection(nameof(OneAtATime))]
public sealed class FittingMemoryTests
{
    private const int Width = 192;

    // 1 -> 192 and 192 -> 192 channels of 3 x 3, and a layer to two labels.
    private const long Parameters = (9 * Width) + Width + (9L * Width * Width) + Width + (2 * Width) + 2;

    // What the way back needs of one image of 8 x 8: the two rectified maps, of which the first is also what the second convolution has seen.
    private const long Activations = 2L * Width * 64 * sizeof(float);

    public FittingMemoryTests() => torch.set_num_threads(1);

    [Theory]
    [InlineData(null, 5)] // weights, gradients, Adam's two moments, the best weights
    [InlineData(0.9, 6)] // and the averages
    public void FittingMemory_OfANetwork_IsItsStateAndTheActivationsOfABatch(double? ema, int copies)
    {
        var memory = Trainer(Options with { BatchSize = 32, Ema = ema }).FittingMemory(Wide())!;

        Assert.Equal(32, memory.Cases);
        // A convolution's weights are laid out for its kernel once more while it works.
        Assert.InRange(memory.StateBytes, copies * Parameters * sizeof(float), (copies + 3) * Parameters * sizeof(float));
        Assert.InRange(memory.CaseBytes, Activations, 4 * Activations); // on the way back there are their gradients and a convolution's columns
    }

    [Fact]
    public void FittingMemory_NotMoreCasesThanABatch_CountsThese() => Assert.Equal(40, Trainer(Options with { BatchSize = 64 }).FittingMemory(Wide())!.Cases);

    [Fact]
    public void FittingMemory_NothingIsFitted_IsTheWeightsAndALook() =>
        Assert.InRange(Trainer(Options).FittingMemory(Wide() with { Fitting = false })!.StateBytes, Parameters * sizeof(float), 4 * Parameters * sizeof(float));

    [Fact]
    public void FittingMemory_BesideWhatFittingTakes_IsAboutThat()
    {
        var trainer = Trainer(Options with { BatchSize = 32, Epochs = 1 });
        var estimate = trainer.FittingMemory(Wide())!.Total + trainer.LoaderMemory(Wide())!.Total;

        using var meter = TensorMeter.Begin();
        using var predictor = trainer.Fit(Wide(), CancellationToken.None);

        Assert.InRange(estimate / (double)meter.Peak, 0.7, 1.5);
    }

    private static TrainingContext Wide() => Context() with { Model = new WideNet() };

    private sealed class WideNet : IModelFactory
    {
        public IModel Create(ModelContext context) => new ImageModel(torch.nn.Sequential(
            torch.nn.Conv2d(1, Width, 3, padding: 1), torch.nn.ReLU(), torch.nn.Conv2d(Width, Width, 3, padding: 1), torch.nn.ReLU(),
            torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(Width, context.Labels.Count)));
    }
}
