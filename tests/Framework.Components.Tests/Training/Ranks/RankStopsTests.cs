using Framework.Components.Models;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Torch.Tests.Distributed;
using TorchSharp;
using static Framework.Components.Tests.Training.Ranks.RankTrainingTests;

namespace Framework.Components.Tests.Training.Ranks;

/// <summary>Runs in ranks repeat, stop, go on and fail as those of one process do.</summary>
[Collection(nameof(OneAtATime))]
public sealed class RankStopsTests
{
    // Two epochs of 5 steps, whose last has 2 cases.
    private static readonly SupervisedOptions Stopped = Options with { BatchSize = 4, Ema = 0.9 };

    public RankStopsTests() => torch.set_num_threads(1);

    [GlooTheory]
    [InlineData(2)]
    [InlineData(3)]
    public void Fit_Twice_GivesTheSameBits(int size)
    {
        var (first, second) = (Run(size), Run(size));

        Assert.Equal(Describe(first.Log), Describe(second.Log));
        Assert.Equal(first.Store.Files["checkpoint.safetensors"], second.Store.Files["checkpoint.safetensors"]);
    }

    [GlooTheory]
    [InlineData(2, 1)]
    [InlineData(2, 5)] // before validation
    [InlineData(3, 7)]
    public void Fit_StoppedAndGoneOn_EndsWithTheBitsOfAnUndisturbedRun(int size, int step)
    {
        var straight = Run(size);
        var (store, log, later) = (new MemoryStore(), new ListLog { StopAfter = step }, new ListLog());

        var stopped = RankRun.Together(size, Context(18), Stopped, store, log);

        Assert.All(stopped, run => Assert.IsAssignableFrom<OperationCanceledException>(run.Error));
        later.Events.AddRange(log.Events);
        RankRun.Finished(RankRun.Together(size, Context(18), Stopped, store, later));
        Assert.Equal(Describe(straight.Log), Describe(later));
        Assert.Equal(straight.Store.Files["checkpoint.safetensors"], store.Files["checkpoint.safetensors"]);
    }

    [GlooFact]
    public void Fit_StoppedOnAnotherRank_SavesOnRankZero()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var store = new MemoryStore();

        var stopped = RankRun.Together(2, Context(18), Stopped, store, cancellation: rank => rank == 1 ? stop.Token : CancellationToken.None);

        Assert.All(stopped, run => Assert.IsAssignableFrom<OperationCanceledException>(run.Error));
        Assert.Contains("checkpoint.safetensors", store.Files.Keys);
    }

    [GlooTheory]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(1, 2)]
    public void Fit_GoneOnByAnotherNumberOfRanks_EndsNearTheUndisturbedRun(int before, int after)
    {
        var straight = RankRun.Finished(RankRun.Alone(Context(18), Stopped))[0];
        var (store, log) = (new MemoryStore(), new ListLog { StopAfter = 4 });
        RankRun.Together(before, Context(18), Stopped, store, log);

        var finished = RankRun.Finished(RankRun.Together(after, Context(18), Stopped, store, new ListLog()))[0];

        foreach (var (name, expected) in straight.Weights)
            Assert.All(expected.Zip(finished.Weights[name]), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * expected.Max(Math.Abs)));
    }

    [GlooFact]
    public void Fit_CaseThatFailsOnOneRank_IsNamedThereAndALossElsewhere()
    {
        var context = Context();
        var broken = context with { Train = context.Train with { Pipeline = new SamplePipeline(new Broken(), [], new RandomStream(5)) } };

        var runs = RankRun.Together(2, broken, Options);

        Assert.Contains(runs, run => run.Error is DataFormatException { Message: "case 'case7': it is broken." });
        Assert.Contains(runs, run => run.Error is TrainingException { Message: var words } && words.Contains(" lost another one at step ", StringComparison.Ordinal)
            && words.EndsWith("Run the same command again: it goes on from the last checkpoint.", StringComparison.Ordinal));
    }

    public static TheoryData<SupervisedOptions, string> Refused => new()
    {
        { Options with { BatchSize = 2 }, "'supervised' is to train in 3 ranks, and a batch has 2: some would have no case of any batch. Take at most 2 ranks, or a larger batch_size." },
        {
            Options with { Loss = new ModelLossesFactory(new()) },
            "'supervised' cannot train a detector in several ranks: its losses are means over boxes that it draws at random within a batch, so that parts of a batch do not add up to what one process learns. Train it in one process."
        },
        {
            Options with { Loss = new OwnLoss() },
            "'supervised' cannot train in several ranks with this loss: it does not say that its values of the parts of a batch add up to that of the whole (ILoss.AddsUpOverRanks). Train in one process, or use another loss."
        },
    };

    [GlooTheory]
    [MemberData(nameof(Refused))]
    public void Try_WhatRanksCannotTrainAsOneProcess_IsRefused(SupervisedOptions options, string message)
    {
        var context = Context() with { Ranks = new RankPlace(0, 3, "", "") };

        Assert.Equal(message, Assert.Throws<ExperimentException>(() => new SupervisedTrainer(options, TimeProvider.System).Try(context)).Message);
    }

    [GlooFact]
    public void Try_ChunksOfAnEncoderThatNormalises_IsRefused()
    {
        var scans = new RankScans([-1, 0, 16, 16]);
        var context = Context() with
        {
            Ranks = new RankPlace(0, 2, "", ""),
            Train = scans.Set(RankScans.Cases(0, 8)),
            Validate = scans.Set(RankScans.Cases(8, 4)),
            Model = new AttentionMilFactory(new AttentionMilOptions { Encoder = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 }), Chunk = 2 }),
        };

        var error = Assert.ThrowsAny<FrameworkException>(() => new SupervisedTrainer(Options with { Bag = 4 }, TimeProvider.System).Try(context));

        Assert.Contains("an encoder that normalises over batches cannot be trained in several ranks with 'chunk'", error.Message);
    }

    private static RankRun Run(int size) => RankRun.Finished(RankRun.Together(size, Context(18), Stopped))[0];

    private static IEnumerable<string> Describe(ListLog log) => log.Events.Select(item => $"{item.Kind} {item.Epoch} {item.Step} {string.Join(' ', item.Values.Select(pair => $"{pair.Key}={pair.Value:R}"))}");

    private sealed class Broken : IDataSource
    {
        private readonly RankScans _scans = new([1, 48, 48]);

        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace) => item.Id == "case7" ? throw new DataFormatException("case 'case7': it is broken.") : _scans.Load(item, workspace);
    }

    private sealed class OwnLoss : ILossFactory, ILoss
    {
        public ILoss Create(LossContext context) => this;

        public torch.Tensor Compute(ModelOutput output, Batch batch) => output.Logits.square().mean();

        public torch.Tensor Probabilities(ModelOutput output) => output.Logits.sigmoid();

        public void Dispose()
        {
        }
    }
}
