using Framework.Components.Tests.Data;
using Framework.Components.Tests.Training;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using TorchSharp;

namespace Framework.Components.Tests.Models;

/// <summary>Every model in the supervised trainer, a few steps.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ModelTrainingTests : IDisposable
{
    private readonly int _threads = torch.get_num_threads();

    // On networks this small a second compute thread does nothing but wait for the first.
    public ModelTrainingTests() => torch.set_num_threads(1);

    public static TheoryData<string> Names => TinyModels.Names;

    public void Dispose() => torch.set_num_threads(_threads);

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_AnyModel_LowersTheLossAndLeavesTheSameNumberOfTensorsAtEveryStep(string name)
    {
        var (counts, losses) = Fit(name, Precision.Full);

        Assert.Single(counts[1..].Distinct()); // the first step makes the optimizer's state
        Assert.True(losses[^1] < losses[0], $"the loss went from {losses[0]:R} to {losses[^1]:R}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_AnyModelInBf16_LowersTheLossAndLeavesTheSameNumberOfTensorsAtEveryStep(string name)
    {
        var (counts, losses) = Fit(name, Precision.Bf16);

        Assert.Single(counts[1..].Distinct());
        Assert.True(losses[^1] < losses[0], $"the loss went from {losses[0]:R} to {losses[^1]:R}");
    }

    // All cases in one batch, without validation: each step sees the same images, and the losses of steps compare.
    private static (List<long> Counts, List<double> Losses) Fit(string name, Precision precision)
    {
        var cases = Cohort.Cases(4);
        var counts = new List<long>();
        var log = new ListLog { OnStep = _ => counts.Add(Live(isFirst: counts.Count == 0)) };
        var context = SupervisedTrainerTests.Context() with
        {
            Train = new Noise(TinyModels.Shape(name)).Set(cases),
            Validate = new Noise(TinyModels.Shape(name)).Set([]),
            Model = TinyModels.Factory(name),
            Log = log,
        };
        var options = new SupervisedOptions
        {
            Epochs = 6,
            BatchSize = cases.Length,
            Loss = new OverSpace(),
            Optimizer = new AdamFactory(new AdamOptions { LearningRate = 1e-3 }),
            Precision = precision,
            Select = Selection.Last,
        };
        using var predictor = new SupervisedTrainer(options, TimeProvider.System).Fit(context, CancellationToken.None);
        return (counts, [.. log.Events.Where(item => item.Kind == "step").Select(item => item.Values["train_loss"])]);
    }

    // What earlier tests and the making of the model left to the collector goes at the first step, and at no other.
    private static long Live(bool isFirst) => isFirst ? LiveTensors.Settled() : torch.Tensor.TotalCount;

    /// <summary>Binary cross-entropy of the mean logit over pixels or slices, where the model has them.</summary>
    private sealed class OverSpace : ILossFactory, ILoss
    {
        private readonly ILoss _inner = new BceWithLogitsFactory(new BceWithLogitsOptions())
            .Create(new LossContext { Labels = Cohort.Labels, TrainingCases = [], Device = torch.CPU });

        public ILoss Create(LossContext context) => new OverSpace();

        // A second head has no labels here; its own size is what it learns to lessen.
        public torch.Tensor Compute(ModelOutput output, Batch batch) => output.Heads.TryGetValue("grade", out var grade)
            ? _inner.Compute(Reduced(output), batch) + grade.to(torch.ScalarType.Float32).square().mean()
            : _inner.Compute(Reduced(output), batch);

        public torch.Tensor Probabilities(ModelOutput output) => output.Logits;

        public void Dispose() => _inner.Dispose();

        private static ModelOutput Reduced(ModelOutput output)
        {
            var logits = output.Logits.to(torch.ScalarType.Float32);
            return logits.Dimensions switch
            {
                2 => new ModelOutput(logits),
                3 => new ModelOutput(logits.mean([1])),
                _ => new ModelOutput(logits.flatten(2).mean([2])),
            };
        }
    }

    /// <summary>Images of noise, the same for a case at every call.</summary>
    private sealed class Noise(int[] shape) : IDataSource
    {
        public SampleSet Set(Case[] cases) => new(cases, new SamplePipeline(this, [], new RandomStream(5)));

        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var image = workspace.Allocate(shape);
            var noise = new RandomStream(9).Derive(item.Id);
            for (var i = 0; i < image.Length; i++)
                image.Pixels[i] = (float)noise.Normal();
            return new Sample(item, image);
        }
    }
}
