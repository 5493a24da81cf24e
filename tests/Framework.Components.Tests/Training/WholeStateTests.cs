using Framework.Components.Data.Loading;
using Framework.Components.Evaluation;
using Framework.Components.Training;
using Framework.Components.Training.Checkpoints;
using Framework.Components.Training.Schedules;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>Everything that has a state in play at once: the end is the same to the byte, wherever a run stopped and however many threads load.</summary>
[Collection(nameof(OneAtATime))]
public sealed class WholeStateTests
{
    private const int Stops = 20;

    public WholeStateTests() => torch.set_num_threads(1);

    private static SupervisedOptions Everything => Options with
    {
        Epochs = 9,
        BatchSize = 6,
        Accumulate = 2,
        Ema = 0.8,
        ClipNorm = 0.5,
        Sampler = new ClassBalancedSampler(new() { Label = "a" }),
        Freeze = ["conv.*", "norm.*"],
        UnfreezeAt = 3,
        LearningRates = new Dictionary<string, double> { ["head.*"] = 2, ["head.bias"] = 0.5 },
        Select = new Selection { Metric = new Auroc(new()), Label = "a" },
        EarlyStopping = new EarlyStopping { Patience = 3, MinDelta = 0.2 },
    };

    public static TheoryData<string, SupervisedOptions> Variants => new()
    {
        { "one-cycle", Everything with { Schedule = new OneCycleSchedule(new()) } },
        { "warm-up, plateau", Everything with { Schedule = new WarmUpSchedule(new() { Epochs = 2, Then = new PlateauSchedule(new() { Patience = 0, Factor = 0.5, Threshold = 0.3 }) }) } },
        { "steps", Everything with { Epochs = null, Steps = 14, EarlyStopping = null, Schedule = new CosineSchedule(new()), Precision = Precision.Bf16 } },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Fit_StoppedAtRandomSteps_EndsWithTheSameCheckpoint(string name, SupervisedOptions options)
    {
        var (straight, log) = (new MemoryStore(), new ListLog());
        var outputs = Outputs(Context() with { Checkpoints = straight, Log = log }, options);
        var steps = log.Events.Max(item => item.Step);
        Assert.Equal(options.EarlyStopping is not null, steps < 36 && log.Events[^1].Values.ContainsKey("stopped_early"));
        var random = new RandomStream(5).Derive(name);
        for (var i = 0; i < Stops; i++)
        {
            var stop = 1 + random.Next((int)steps - 1);
            var (store, first, second) = (new MemoryStore(), new ListLog { StopAfter = stop }, new ListLog());
            Assert.ThrowsAny<OperationCanceledException>(() => Trainer(options).Fit(Context() with { Log = first, Checkpoints = store }, first.Cancellation.Token));
            Assert.True(outputs.SequenceEqual(Outputs(Context() with { Log = second, Checkpoints = store }, options)), $"{name}, stopped at {stop}");
            Assert.True(straight.Files["checkpoint.safetensors"].SequenceEqual(store.Files["checkpoint.safetensors"]), $"{name}, stopped at {stop}: another checkpoint");
        }
    }

    [Fact]
    public void Fit_AnyNumberOfLoaderThreads_WritesTheSameCheckpoint()
    {
        byte[][] checkpoints = [.. new[] { 0, 1, 8 }.Select(threads =>
        {
            var store = new MemoryStore();
            Outputs(Context() with { Checkpoints = store, LoaderThreads = threads }, Everything with { Schedule = new OneCycleSchedule(new()) });
            return store.Files["checkpoint.safetensors"];
        })];

        Assert.Equal(checkpoints[0], checkpoints[1]);
        Assert.Equal(checkpoints[0], checkpoints[2]);
    }

    // Adam's two moments, the best weights and the averages beside the weights themselves; each as large as these, but for counters.
    [Theory]
    [InlineData(null, 4)]
    [InlineData(0.9, 5)]
    public void CheckpointBytes_OfAModel_CountsTheAverages(double? ema, int copies)
    {
        var (store, options) = (new MemoryStore(), Options with { Ema = ema });
        Outputs(Context() with { Checkpoints = store }, options);
        using var content = SafeTensors.Read(new MemoryStream(store.Files["checkpoint.safetensors"]), "checkpoint");
        var model = content.Tensors.Where(item => item.Key.StartsWith("model.", StringComparison.Ordinal)).Sum(item => item.Value.numel() * item.Value.element_size());

        Assert.Equal(copies * model, Trainer(options).CheckpointBytes(model));
        // Six parameters, with some text and counters for each.
        Assert.InRange(content.Tensors.Values.Sum(tensor => tensor.numel() * tensor.element_size()), (copies - 0.5) * model, (copies * model) + (6 * 64));
    }

    // A kill between two files leaves the one before alone.
    [Fact]
    public void Fit_LastCheckpointLost_GoesOnFromTheOneBefore()
    {
        var store = new MemoryStore();
        var options = Options with { CheckpointEvery = 2 };
        var outputs = Outputs(Context() with { Checkpoints = store }, options);
        var last = store.Files["checkpoint.safetensors"];
        store.Files.Remove("checkpoint.safetensors");

        Assert.Equal(outputs, Outputs(Context() with { Checkpoints = store }, options));
        Assert.Equal(last, store.Files["checkpoint.safetensors"]);
    }
}
