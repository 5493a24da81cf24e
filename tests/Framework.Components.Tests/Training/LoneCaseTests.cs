using System.Collections.Concurrent;
using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Supervised;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training;

/// <summary>A last batch of one case leaves nothing for a network that normalises over batches.</summary>
[Collection(nameof(OneAtATime))]
public sealed class LoneCaseTests
{
    public LoneCaseTests() => torch.set_num_threads(1);

    [Theory]
    [InlineData(41, 8, 40, 5)]
    [InlineData(40, 8, 40, 5)]
    [InlineData(42, 8, 42, 6)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(5, 1, 5, 5)] // every batch is of one: that was asked for
    [InlineData(1, 8, 1, 1)]
    public void Of_NetworkThatNormalises_LeavesNoBatchOfOne(int cases, int batchSize, int shown, int batches)
    {
        using var network = torch.nn.Sequential(("norm", torch.nn.BatchNorm2d(1)));
        var epoch = EpochCases.Of(cases, batchSize, network);
        Assert.Equal((shown, batches), (epoch.Count, epoch.Batches));
    }

    [Fact]
    public void Of_OtherNetworks_ShowEveryCase()
    {
        using var network = torch.nn.Sequential(("norm", torch.nn.InstanceNorm2d(1)));
        Assert.Equal((41, 6), (EpochCases.Of(41, 8, network).Count, EpochCases.Of(41, 8, network).Batches));
    }

    [Fact]
    public void Fit_RemainderOfOne_TrainsAndShowsEveryCaseInSomeEpoch()
    {
        var seen = new Noting();
        var context = Context() with { Train = new Cohort().Set(Cohort.Cases(41), new TransformStep("note", seen, Phase.Train)), Model = new DeepNet() };

        _ = Outputs(context, Options with { Epochs = 8 });

        Assert.Equal(41, seen.Cases.Distinct().Count());
        Assert.Equal(8 * 40, seen.Cases.Count);
    }

    [Fact]
    public void Fit_RemainderOfOneStoppedAnywhere_EndsWithTheSameBits()
    {
        TrainingContext Lone() => Context() with { Train = new Cohort().Set(Cohort.Cases(41)), Model = new DeepNet() };
        var options = Options with { Accumulate = 2 }; // three steps: 16, 16 and 8 cases
        var log = new ListLog();
        var straight = Outputs(Lone() with { Log = log }, options);
        Assert.Equal(9, log.Events.Where(item => item.Kind == "step").Max(item => item.Step));
        for (var stop = 1; stop < 9; stop++)
        {
            var (store, first) = (new MemoryStore(), new ListLog { StopAfter = stop });
            Assert.ThrowsAny<OperationCanceledException>(() => Trainer(options).Fit(Lone() with { Log = first, Checkpoints = store }, first.Cancellation.Token));
            Assert.Equal(straight, Outputs(Lone() with { Checkpoints = store }, options));
        }
    }

    private sealed class Noting : ITransform
    {
        public ConcurrentQueue<string> Cases { get; } = [];

        public Sample Apply(Sample sample, TransformContext context)
        {
            Cases.Enqueue(sample.Case.Id);
            return sample;
        }
    }

    /// <summary>Down to one value a channel, so that a batch of one has nothing to normalise by.</summary>
    private sealed class DeepNet : IModelFactory
    {
        public IModel Create(ModelContext context) => new ImageModel(torch.nn.Sequential(
            ("conv", torch.nn.Conv2d(context.InputShape[0], 4, 3, padding: 1)),
            ("pool", torch.nn.AdaptiveAvgPool2d(1)),
            ("norm", torch.nn.BatchNorm2d(4)),
            ("flat", torch.nn.Flatten()),
            ("head", torch.nn.Linear(4, context.Labels.Count))));
    }
}
