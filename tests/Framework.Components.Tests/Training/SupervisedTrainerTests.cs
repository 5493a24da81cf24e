using Framework.Components.Evaluation;
using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Schedules;
using TorchSharp;

namespace Framework.Components.Tests.Training;

[Collection(nameof(OneAtATime))]
public sealed class SupervisedTrainerTests
{
    internal static readonly SupervisedOptions Options = new()
    {
        Epochs = 3,
        BatchSize = 8,
        Loss = new BceWithLogitsFactory(new BceWithLogitsOptions { PosWeight = PositiveWeight.Parse("balanced") }),
        Optimizer = new AdamFactory(new AdamOptions { LearningRate = 0.05 }),
        Schedule = new CosineSchedule(new CosineOptions()),
    };

    // On networks this small a second compute thread does nothing but wait for the first.
    public SupervisedTrainerTests() => torch.set_num_threads(1);

    [Fact]
    public void Fit_ImagesThatShowTheirLabels_LearnsThem()
    {
        using var predictor = Trainer(Options with { Epochs = 12 }).Fit(Context(), CancellationToken.None);
        var predictions = predictor.Predict(new Cohort().Set(Cohort.Cases(80)[40..]), CancellationToken.None);
        Assert.True(Evaluation.Table.Single(new Auroc(new()), predictions, null).Value > 0.95);
        Assert.Equal(["case40", "case41"], predictions.Rows.Take(2).Select(row => row.Case));
        Assert.Equal([0, 0, 1, 0], predictions.Targets[..4].ToArray());
        Assert.Equal(2, predictions.Rows[0].Fold);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Fit_AnyNumberOfLoaderThreads_GivesTheSameBits(int threads) =>
        Assert.Equal(Outputs(Context()), Outputs(Context() with { LoaderThreads = threads }));

    [Fact]
    public void Fit_EveryStep_LeavesTheSameNumberOfTensors()
    {
        var counts = new List<long>();
        LiveTensors.Settled();
        using var predictor = Trainer(Options).Fit(
            Context() with { Log = new ListLog { OnStep = _ => counts.Add(torch.Tensor.TotalCount) } }, CancellationToken.None);
        Assert.Equal(15, counts.Count);
        // The first step makes the optimizer's state and the first epoch the copy of the best weights.
        Assert.Single(counts[1..5].Distinct());
        Assert.Single(counts[5..].Distinct());
    }

    [Fact]
    public void Fit_Best_PredictsWithTheEpochOfLowestValidationLoss()
    {
        // Validation labels are turned over: the more the network learns, the worse it validates.
        var turned = Cohort.Cases(60)[40..].Select(item => item with { Labels = [.. item.Labels.Select(label => 1 - label)] }).ToArray();
        var context = Context() with { Validate = new Cohort().Set(turned) };
        var first = Outputs(context with { Checkpoints = new MemoryStore() }, Options with { Epochs = 6 });
        var last = Outputs(context with { Checkpoints = new MemoryStore() }, Options with { Epochs = 6, Select = Selection.Last });
        Assert.NotEqual(first, last);
        var log = new ListLog();
        Outputs(context with { Log = log }, Options with { Epochs = 6 });
        var epochs = log.Events.Where(item => item.Kind == "epoch").Select(item => item.Values["validate_loss"]).ToArray();
        Assert.Equal(Array.IndexOf(epochs, epochs.Min()), log.Events.Last(item => item.Kind == "epoch").Values["best_epoch"]);
    }

    [Fact]
    public void Fit_LossThatExplodes_StopsWithStepAndCases()
    {
        var options = Options with { Optimizer = new SgdFactory(new SgdOptions { LearningRate = 100 }), Loss = new Exploding() };
        var error = Assert.Throws<TrainingException>(() => Trainer(options).Fit(Context(), CancellationToken.None));
        Assert.StartsWith("classify.2.0: the loss is NaN at step 0, on cases 'case", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Lower the learning rate, or look at these cases' pixels and labels.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ModelThatDoesNotFit_NamesUnitCasesAndShapes()
    {
        var context = Context() with { Model = new Misfit() };
        var error = Assert.Throws<TrainingException>(() => Trainer(Options).Try(context));
        Assert.StartsWith("classify.2.0: step 0 failed on cases 'case0', 'case1', images 2 x 1 x 8 x 8: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Check that the model fits the images that the transforms make.", error.Message, StringComparison.Ordinal);
    }

    // A loss may reduce pixels by itself; a table of predictions has a number for each label all the same.
    [Fact]
    public void Predict_OutputsOfPixels_IsRefusedBeforeTheTrainingToo()
    {
        var (context, trainer) = (Context() with { Model = new PixelNet(), Fitting = false }, Trainer(Options with { Loss = new PixelLoss() }));
        var early = Assert.Throws<ExperimentException>(() => trainer.Try(context));
        using var predictor = trainer.Fit(context, CancellationToken.None);
        var late = Assert.Throws<ExperimentException>(() => predictor.Predict(context.Validate, CancellationToken.None));
        Assert.Equal("'supervised' predicts a probability for each label of a case, (2, 2); this model and loss give (2, 2, 8, 8). Use a model of whole cases, such as resnet.", early.Message);
        Assert.Equal(early.Message.Replace("(2, 2", "(8, 2", StringComparison.Ordinal), late.Message);
    }

    [Fact]
    public void Fit_Untrained_WritesNothingAndPredicts()
    {
        var store = new MemoryStore();
        using var predictor = Trainer(Options).Fit(Context() with { Fitting = false, Checkpoints = store }, CancellationToken.None);
        Assert.Equal(20, predictor.Predict(new Cohort().Set(Cohort.Cases(10)), CancellationToken.None).Outputs.Length);
        Assert.Empty(store.Saved);
    }

    [Fact]
    public void Fit_CheckpointOfOtherCases_IsRefused()
    {
        var store = new MemoryStore();
        Outputs(Context() with { Checkpoints = store });
        var error = Assert.Throws<TrainingException>(() => Outputs(Context() with { Checkpoints = store, Random = new RandomStream(1) }));
        Assert.Equal("checkpoint.safetensors: it belongs to a run of other cases, seed or options. Start over in a new run folder.", error.Message);
    }

    internal static TrainingContext Context() => new()
    {
        Unit = "classify.2.0",
        Fold = 2,
        Train = new Cohort().Set(Cohort.Cases(40)),
        Validate = new Cohort().Set(Cohort.Cases(60)[40..]),
        Labels = Cohort.Labels,
        Model = new TinyNet(),
        Device = torch.CPU,
        Random = new RandomStream(2019),
        LoaderThreads = 1,
        Checkpoints = new MemoryStore(),
        Log = new ListLog(),
    };

    internal static SupervisedTrainer Trainer(SupervisedOptions options) => new(options, TimeProvider.System);

    internal static double[] Outputs(TrainingContext context, SupervisedOptions? options = null)
    {
        using var predictor = Trainer(options ?? Options).Fit(context, CancellationToken.None);
        return predictor.Predict(new Cohort().Set(Cohort.Cases(80)[60..]), CancellationToken.None).Outputs.ToArray();
    }

    private sealed class PixelNet : IModelFactory
    {
        public IModel Create(ModelContext context) => new ImageModel(torch.nn.Conv2d(1, context.Labels.Count, 1));
    }

    private sealed class PixelLoss : ILossFactory, ILoss
    {
        public ILoss Create(LossContext context) => this;

        public torch.Tensor Compute(ModelOutput output, Batch batch) => output.Logits.square().mean();

        public torch.Tensor Probabilities(ModelOutput output) => output.Logits.sigmoid();

        public void Dispose()
        {
        }
    }

    private sealed class Exploding : ILossFactory, ILoss
    {
        public ILoss Create(LossContext context) => this;

        public torch.Tensor Compute(ModelOutput output, Batch batch) => output.Logits.sum() * float.NaN;

        public torch.Tensor Probabilities(ModelOutput output) => output.Logits;

        public void Dispose()
        {
        }
    }

    private sealed class Misfit : IModelFactory
    {
        public IModel Create(ModelContext context) => new ImageModel(torch.nn.Linear(5, 2));
    }
}
