using Framework.Components.Data.Loading;
using Framework.Components.Evaluation;
using Framework.Components.Models;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Schedules;
using Framework.Components.Transforms.Spatial;
using Framework.Torch.Tests.Distributed;
using TorchSharp;

namespace Framework.Components.Tests.Training.Ranks;

/// <summary>Ranks that share every batch end where one process ends, whatever the network normalises and the loss divides by.</summary>
[Collection(nameof(OneAtATime))]
public sealed class RankTrainingTests
{
    private const double Tolerance = 1e-5;

    internal static readonly SupervisedOptions Options = new()
    {
        Epochs = 2,
        BatchSize = 8,
        Loss = new BceWithLogitsFactory(new BceWithLogitsOptions { Weights = new Dictionary<string, double> { ["left"] = 3 } }),
        Optimizer = new SgdFactory(new SgdOptions { LearningRate = 0.002, Momentum = 0.9 }),
        Schedule = new CosineSchedule(new CosineOptions()),
        Select = Selection.Last,
    };

    private static readonly SupervisedOptions Segmenting = Options with { Masks = new MaskOptions { Classes = ["background", "bar"], Optional = true } };

    private static readonly UNetFactory UNet = new(new UNetOptions { Features = [4, 4, 4, 8, 8, 4] });

    private static readonly Dictionary<string, (TrainingContext Context, SupervisedOptions Options)> Kinds = new()
    {
        ["resnet, missing labels"] = (Context(), Options),
        ["last batch of 2"] = (Context(cases: 18), Options),
        ["one case left out"] = (Context(cases: 17), Options),
        ["batch of 5"] = (Context(cases: 16) with { LoaderThreads = 2 }, Options with { BatchSize = 5, Augment = Augment.Loader }),
        ["accumulate, clipped, averaged"] = (Context(cases: 21), Options with { BatchSize = 4, Accumulate = 2, ClipNorm = 0.1, Ema = 0.9 }),
        ["adam, unfrozen"] = (Context(), Options with { Optimizer = new AdamFactory(new AdamOptions { LearningRate = 0.001, Epsilon = 1e-3 }), Freeze = ["layer1.*", "conv1.*", "bn1.*"], UnfreezeAt = 2 }),
        ["cross-entropy"] = (Classes(), Options with { Loss = new CrossEntropyFactory(new CrossEntropyOptions { LabelSmoothing = 0.1, Weights = ClassWeights.Parse("balanced") }) }),
        ["focal"] = (Context(), Options with { Loss = new FocalFactory(new FocalOptions { Alpha = 0.3 }) }),
        ["unet, dice"] = (Scans(2, UNet), Segmenting with { Loss = new DiceFactory(new DiceOptions()) }),
        ["unet, dice of the batch"] = (Scans(2, UNet), Segmenting with { Loss = new DiceFactory(new DiceOptions { PerBatch = true, IncludeBackground = false }) }),
        ["meshnet 3-D, dice-ce"] = (Scans(3, new MeshNetFactory(new MeshNetOptions { Dilations = [1, 2] })), Segmenting with { Loss = new DiceCeFactory(new DiceCeOptions()), BatchSize = 5 }),
        ["voxels, focal"] = (Scans(2, UNet), Segmenting with { Loss = new FocalFactory(new FocalOptions()) }),
        ["bags"] = (Bags(), Options with { Bag = 4, BatchSize = 4 }),
        ["sequence"] = (Series(), Options with { Series = 4, BatchSize = 4 }),
        ["selected by predictions"] = (Context(), Options with { Select = new Selection { Metric = new Auroc(new()), Label = "wide" }, Schedule = new PlateauSchedule(new PlateauOptions { Patience = 0 }), Epochs = 3 }),
        ["device"] = (Context(), Options with { Augment = Augment.Device }),
    };

    public RankTrainingTests() => torch.set_num_threads(1);

    public static TheoryData<string, int> KindsAndSizes()
    {
        var data = new TheoryData<string, int>();
        foreach (var name in Kinds.Keys)
        {
            data.Add(name, 2);
            data.Add(name, 3);
        }

        return data;
    }

    [GlooTheory]
    [MemberData(nameof(KindsAndSizes))]
    public void Fit_InRanks_GivesWeightsAndLossesOfOneProcess(string kind, int size)
    {
        var (context, options) = Kinds[kind];
        var alone = RankRun.Finished(RankRun.Alone(context, options))[0];

        var ranks = RankRun.Finished(RankRun.Together(size, context, options));

        foreach (var (name, expected) in alone.Weights)
        {
            if (options.Select.IsLast)
                Assert.All(ranks, rank => Assert.Equal(ranks[0].Weights[name], rank.Weights[name]));
            var greatest = expected.Max(Math.Abs);
            var apart = expected.Zip(ranks[0].Weights[name], (one, other) => Math.Abs(one - other)).Max();
            Assert.True(apart <= Tolerance * greatest, $"{name}: {apart} apart, where the greatest is {greatest}");
        }

        Assert.Equal(alone.Log.Events.Count, ranks[0].Log.Events.Count);
        foreach (var (one, other) in alone.Log.Events.Zip(ranks[0].Log.Events))
        {
            Assert.Equal((one.Kind, one.Step), (other.Kind, other.Step));
            Assert.All(one.Values, pair => Assert.Equal(pair.Value, other.Values[pair.Key], Tolerance * Math.Abs(pair.Value)));
        }

        Assert.All(ranks[1..], rank => Assert.Empty(rank.Log.Events));
        Assert.All(ranks[1..], rank => Assert.Empty(rank.Store.Files));
    }

    // 16 bits round otherwise in other batches; what is asked is that it runs, and stays near.
    [GlooTheory]
    [InlineData(2)]
    [InlineData(3)]
    public void Fit_In16BitsInRanks_StaysNearOneProcess(int size)
    {
        var (context, options) = (Context(), Options with { Precision = Precision.Bf16 });
        var alone = RankRun.Finished(RankRun.Alone(context, options))[0];

        var ranks = RankRun.Finished(RankRun.Together(size, context, options));

        foreach (var (name, expected) in alone.Weights)
        {
            Assert.All(ranks, rank => Assert.Equal(ranks[0].Weights[name], rank.Weights[name]));
            Assert.All(expected.Zip(ranks[0].Weights[name]), pair => Assert.Equal(pair.First, pair.Second, 0.05 * expected.Max(Math.Abs)));
        }
    }

    internal static TrainingContext Context(int cases = 20) => new()
    {
        Unit = "ranks.0",
        Train = new RankScans([1, 48, 48]).Set(RankScans.Cases(0, cases), new TransformStep("flip", new FlipTransform(new FlipOptions { Axis = Axis.Y }))),
        Validate = new RankScans([1, 48, 48]).Set(RankScans.Cases(50, 19)),
        Labels = ["wide", "left"],
        Model = new FixedWeights(new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 })),
        Device = torch.CPU,
        Random = new RandomStream(2019),
        LoaderThreads = 1,
        Checkpoints = new MemoryStore(),
        Log = new ListLog(),
    };

    private static TrainingContext Classes()
    {
        static Case[] OneHot(Case[] cases) => [.. cases.Select((item, i) => item with { Labels = i % 5 == 4 ? [double.NaN, double.NaN] : [i % 2, 1 - (i % 2)] })];
        var context = Context();
        return context with
        {
            Train = context.Train with { Cases = OneHot([.. context.Train.Cases]) },
            Validate = context.Validate with { Cases = OneHot([.. context.Validate.Cases]) },
            Groups = [new LabelGroup("side", ["wide", "left"])],
        };
    }

    private static TrainingContext Scans(int dimensions, IModelFactory model)
    {
        var scans = new RankScans(dimensions == 2 ? [1, 16, 16] : [1, 6, 8, 8], masks: true);
        return Context() with
        {
            Labels = [],
            Train = scans.Set([.. RankScans.Cases(0, 17).Select(item => item with { Labels = [] })]),
            Validate = scans.Set([.. RankScans.Cases(50, 9).Select(item => item with { Labels = [] })]),
            Model = new FixedWeights(model),
        };
    }

    private static TrainingContext Bags()
    {
        // Among the first hundred cases an activation is so near to zero that another order of sums tips it, and a gradient with it.
        var scans = new RankScans([-1, 0, 48, 48]);
        return Context() with
        {
            Train = scans.Set(RankScans.Cases(100, 14)),
            Validate = scans.Set(RankScans.Cases(150, 6)),
            Model = new FixedWeights(new AttentionMilFactory(new AttentionMilOptions { Encoder = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 }), AttentionSize = 8 })),
        };
    }

    private static TrainingContext Series()
    {
        static Case[] Slices(int first, int count) => [.. RankScans.Cases(first, count).Select((item, i) => item with { Series = $"series{i / 4}", Position = i % 4, Subject = $"subject{i / 4}" })];
        var scans = new RankScans([1, 48, 48]);
        return Context() with
        {
            Train = scans.Set(Slices(0, 53)),
            Validate = scans.Set(Slices(60, 18)),
            Model = new FixedWeights(new SequenceFactory(new SequenceOptions { Encoder = new ResNetFactory(new ResNetOptions { Depth = 18, Width = 4 }), Hidden = 4 })),
        };
    }
}
