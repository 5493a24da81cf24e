using Framework.Components.Models.Weights;
using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Checkpoints;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Supervised;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>What the options beyond loss and optimizer do to a fit.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SupervisedOptionsTests
{
    public SupervisedOptionsTests() => torch.set_num_threads(1);

    // 40 cases: batches of 12, 12, 12, 4 beside groups of 5, 5, 2 and 4 cases.
    [Fact]
    public void Fit_Accumulate_FollowsTheGradientsOfTheWholeBatch()
    {
        var options = Options with { Optimizer = new SgdFactory(new SgdOptions { LearningRate = 0.1 }), Loss = new BceWithLogitsFactory(new()), Select = Selection.Last };
        var (whole, grouped) = (new ListLog(), new ListLog());
        var expected = Outputs(Context() with { Model = new LinearNet(), Log = whole }, options with { BatchSize = 12 });
        var actual = Outputs(Context() with { Model = new LinearNet(), Log = grouped }, options with { BatchSize = 4, Accumulate = 3 });

        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6);
        Assert.Equal(12, grouped.Events.Max(item => item.Step));
        foreach (var (left, right) in whole.Events.Zip(grouped.Events, (left, right) => (left, right)))
        {
            Assert.Equal((left.Kind, left.Step, left.Values.GetValueOrDefault("learning_rate")), (right.Kind, right.Step, right.Values.GetValueOrDefault("learning_rate")));
            Assert.Equal(left.Values["train_loss"], right.Values["train_loss"], 1e-6);
        }
    }

    [Fact]
    public void Fit_Ema_AveragesTheWeightsOfEveryStepAndPredictsWithThem()
    {
        var options = Options with { Ema = 0.8, CheckpointEvery = 1, Select = Selection.Last };
        var store = new MemoryStore();
        using var predictor = Trainer(options).Fit(Context() with { Checkpoints = store }, CancellationToken.None);

        using var network = Network.Create(Context(), options);
        var average = Values(network.Model.Module.state_dict()["head.weight"]);
        // After the last step of an epoch the state is saved twice.
        foreach (var (saved, i) in store.Saved.Where((_, i) => i % 6 != 5).Select((saved, i) => (saved, i)))
        {
            using var content = SafeTensors.Read(new MemoryStream(saved), "checkpoint");
            var decay = Math.Min(0.8, (i + 2.0) / (i + 11));
            average = [.. average.Zip(Values(content.Tensors["model.head.weight"]), (mean, weight) => (decay * mean) + ((1 - decay) * weight))];
            foreach (var (expected, actual) in average.Zip(Values(content.Tensors["average.head.weight"])))
                Assert.Equal(expected, actual, 1e-6);
        }

        using var last = SafeTensors.Read(new MemoryStream(store.Saved[^1]), "checkpoint");
        Weights.Load(network.Model.Module, last.Tensors, "checkpoint", "average.");
        using var averaged = new SupervisedPredictor(Context(), options, network);
        Assert.Equal(Predict(averaged), Predict(predictor));
    }

    [Fact]
    public void Fit_Ema_ValidatesWithTheAverages()
    {
        var log = new ListLog();
        var options = Options with { Ema = 0.95, Epochs = 1, Select = Selection.Best };
        using var predictor = Trainer(options).Fit(Context() with { Log = log }, CancellationToken.None);

        var validation = predictor.Predict(Context().Validate, CancellationToken.None);
        var expected = validation.Targets.ToArray().Zip(validation.Outputs.ToArray(), (target, output) => -Math.Log(target == 1 ? output : 1 - output)).Average();

        // The positive class counts as often as the negative one in this cohort, so that the training loss is the plain mean.
        Assert.Equal(expected, log.Events.Last().Values["validate_loss"], 1e-5);
    }

    [Fact]
    public void Fit_EmaWithoutValidation_LeavesACheckpointThatStartsFromWhatPredicts()
    {
        var (options, store) = (Options with { Ema = 0.8 }, new MemoryStore());
        using var predictor = Trainer(options).Fit(Context() with { Checkpoints = store, Validate = new Cohort().Set([]) }, CancellationToken.None);
        using var folder = new Models.TemporaryFolder();
        var file = folder.Write("checkpoint.safetensors", store.Saved[^1]);

        using var network = Network.Create(Context(), options);
        PretrainedWeights.Load(network.Model.Module, new PretrainedRequest { Weights = file, Architecture = "tiny" });

        using var restarted = new SupervisedPredictor(Context(), options, network);
        Assert.Equal(Predict(predictor), Predict(restarted));
    }

    [Theory]
    [InlineData(Precision.Bf16)]
    [InlineData(Precision.Mixed)]
    public void Fit_In16Bits_PredictsNearly32BitResults(Precision precision)
    {
        var full = Outputs(Context());
        var half = Outputs(Context(), Options with { Precision = precision });

        Assert.NotEqual(full, half);
        Assert.True(full.Zip(half, (left, right) => Math.Abs(left - right)).Max() < 0.05);
    }

    [Fact]
    public void Forward_Bf16_GivesOutputsOf32BitsRoundedTo16()
    {
        using var network = Network.Create(Context(), Options with { Precision = Precision.Bf16 });
        using var scope = torch.NewDisposeScope();
        var logits = network.Forward(new Batch([], torch.randn(2, 1, 8, 8), torch.zeros(2, 2))).Logits;

        Assert.Equal(torch.ScalarType.Float32, logits.dtype);
        Assert.True(logits.to(torch.ScalarType.BFloat16).to(torch.ScalarType.Float32).equal(logits).all().item<bool>());
    }

    [Fact]
    public void Try_DeterministicOnCudaWithoutAWorkspace_SaysWhatToSet()
    {
        var context = Context() with { Device = new torch.Device(DeviceType.CUDA, 0) };
        var error = Assert.Throws<ExperimentException>(() => Trainer(Options with { Deterministic = true }).Try(context));

        Assert.Equal(
            "'supervised' cannot have 'deterministic: true' here: cuBLAS is deterministic with a workspace of fixed size alone. Set CUBLAS_WORKSPACE_CONFIG=:4096:8 before the start.",
            error.Message);
    }

    [Fact]
    public void Try_OperatorThatIsNotDeterministic_IsRefusedWithinTheTrialAlone()
    {
        var context = Context() with { Model = new RefusingNet() };
        var error = Assert.Throws<TrainingException>(() => Trainer(Options with { Deterministic = true }).Try(context));

        Assert.EndsWith("does not have a deterministic implementation. Leave 'deterministic' out, or use a model without that operator.", error.Message, StringComparison.Ordinal);
        Assert.False(torch.are_deterministic_algorithms_enabled());
        Trainer(Options).Try(context);
    }

    [Fact]
    public void Try_In16Bits_LeavesNoTensorBehind()
    {
        var options = Options with { Precision = Precision.Bf16, Ema = 0.9 };
        Trainer(options).Try(Context());
        var before = LiveTensors.Settled();
        Trainer(options).Try(Context());

        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Fit_VolumesWithChannelsLast_GiveTheResultsOfContiguousOnes()
    {
        using var network = Network.Create(Context(), Options with { MemoryFormat = MemoryFormat.ChannelsLastVolumes });
        using var scope = torch.NewDisposeScope();
        var moved = network.Move(new Batch([], torch.randn([2, 3, 4, 5, 6]), torch.zeros(2, 2)));

        Assert.Equal([360L, 1, 90, 18, 3], moved.Image.stride());
    }

    private static double[] Predict(IPredictor predictor) =>
        predictor.Predict(new Cohort().Set(Cohort.Cases(80)[60..]), CancellationToken.None).Outputs.ToArray();

    private static double[] Values(torch.Tensor tensor) => [.. tensor.detach().contiguous().data<float>().ToArray().Select(value => (double)value)];

    private sealed class LinearNet : IModelFactory
    {
        public IModel Create(ModelContext context) => new ImageModel(torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(64, context.Labels.Count)));
    }

    /// <summary>Fails as libtorch's operators do while the deterministic switch is on.</summary>
    private sealed class RefusingNet : IModelFactory
    {
        public IModel Create(ModelContext context) => new Refusing(new TinyNet().Create(context));

        private sealed class Refusing(IModel model) : IModel
        {
            public torch.nn.Module Module => model.Module;

            public ModelOutput Forward(Batch batch) => torch.are_deterministic_algorithms_enabled()
                ? throw new InvalidOperationException("median CUDA with indices output does not have a deterministic implementation")
                : model.Forward(batch);

            public void Dispose() => model.Dispose();
        }
    }
}
