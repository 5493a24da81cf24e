using Framework.Components.Training;
using Framework.Torch.Tests;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>An interrupted run ends with the bits of one that was not, whatever it keeps besides weights and optimizer.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SupervisedResumeTests
{
    public SupervisedResumeTests() => torch.set_num_threads(1);

    // Name, options, steps in an epoch of 40 cases.
    public static TheoryData<string, SupervisedOptions, int> Variants => new()
    {
        { "plain", Options, 5 },
        { "accumulate", Options with { BatchSize = 7, Accumulate = 4 }, 2 },
        { "clip_norm", Options with { ClipNorm = 0.05 }, 5 },
        { "ema", Options with { Ema = 0.9 }, 5 },
        { "ema, last", Options with { Ema = 0.9, Select = Selection.Last }, 5 },
        { "bf16", Options with { Precision = Precision.Bf16 }, 5 },
        { "all", Options with { Precision = Precision.Mixed, Ema = 0.9, ClipNorm = 0.05, BatchSize = 3, Accumulate = 5, Deterministic = true, Tf32 = true }, 3 },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Fit_StoppedAtAnyStep_EndsWithTheBitsOfAnUninterruptedRun(string name, SupervisedOptions options, int stepsPerEpoch)
    {
        var log = new ListLog();
        var straight = Outputs(Context() with { Log = log }, options);
        Assert.Equal(3 * stepsPerEpoch, log.Events.Where(item => item.Kind == "step").Max(item => item.Step));
        for (var stop = 1; stop < 3 * stepsPerEpoch; stop++)
        {
            var store = new MemoryStore();
            var first = new ListLog { StopAfter = stop };
            Assert.ThrowsAny<OperationCanceledException>(() => Trainer(options).Fit(Context() with { Log = first, Checkpoints = store }, first.Cancellation.Token));
            var second = new ListLog();
            second.Events.AddRange(first.Events);
            Assert.True(straight.SequenceEqual(Outputs(Context() with { Log = second, Checkpoints = store }, options)), $"{name}, stopped at {stop}");
            Assert.Equal(log.Events.Select(Describe), second.Events.Select(Describe));
        }
    }

    // On a GPU it is half precision, whose gradients are scaled.
    [Theory]
    [MemberData(nameof(Devices.Here), MemberType = typeof(Devices))]
    public void Fit_StoppedOnAnyDevice_EndsWithTheBitsOfAnUninterruptedRun(string device)
    {
        var options = Options with { Precision = Precision.Mixed, Ema = 0.9, ClipNorm = 0.05, Deterministic = true };
        var straight = Outputs(On(new ListLog()), options);
        var store = new MemoryStore();
        var first = new ListLog { StopAfter = 7 };
        Assert.ThrowsAny<OperationCanceledException>(() => Trainer(options).Fit(On(first) with { Checkpoints = store }, first.Cancellation.Token));

        Assert.Equal(straight, Outputs(On(new ListLog()) with { Checkpoints = store }, options));

        TrainingContext On(ListLog log) => Context() with { Log = log, Device = new torch.Device(device) };
    }

    // What kill -9 leaves: any checkpoint, with events of later steps in the log.
    [Theory]
    [MemberData(nameof(Variants))]
    public void Fit_FromEveryCheckpointEverWritten_EndsWithTheSameBits(string name, SupervisedOptions plain, int stepsPerEpoch)
    {
        var options = plain with { CheckpointEvery = 1 };
        var (store, log) = (new MemoryStore(), new ListLog());
        var straight = Outputs(Context() with { Checkpoints = store, Log = log }, options);
        Assert.Equal(3 * (stepsPerEpoch + 1), store.Saved.Count);
        foreach (var saved in store.Saved)
        {
            var later = new ListLog();
            later.Events.AddRange(log.Events);
            var resumed = Context() with { Checkpoints = new MemoryStore { Files = { ["checkpoint.safetensors"] = saved } }, Log = later };
            Assert.True(straight.SequenceEqual(Outputs(resumed, options)), name);
            Assert.Equal(log.Events.Select(Describe), later.Events.Select(Describe));
        }
    }

    private static string Describe(TrainingEvent item) =>
        $"{item.Kind} {item.Epoch} {item.Step} {string.Join(' ', item.Values.Select(pair => $"{pair.Key}={pair.Value:R}"))}";
}
