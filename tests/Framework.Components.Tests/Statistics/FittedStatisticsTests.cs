using Framework.Components.Splits;
using Framework.Components.Tests.Splits;
using Framework.Components.Transforms;

namespace Framework.Components.Tests.Statistics;

public sealed class FittedStatisticsTests
{
    private static readonly CaseSplit Split = new(
        RandomCohort.Index(Cohorts.OfThreeSites(12)), new KFoldSplit(new KFoldOptions { Folds = 2 }), new RandomStream(1));

    [Fact]
    public void For_AnotherFold_IsRefusedInWords()
    {
        var (first, second) = (TrainingFold.Of(Split.Cases(0, Part.Train)), TrainingFold.Of(Split.Cases(1, Part.Train)));
        var statistics = new FittedStatistics("normalise", first.Hash, [1, 2]);

        Assert.Equal([1, 2], statistics.For(first));
        var error = Assert.Throws<ExperimentException>(() => new NormaliseTransform(ByTraining).With(statistics, second));
        Assert.Equal(
            $"'normalise': these statistics were fitted on the training subjects {first.Hash[..12]}; this fold trains on {second.Hash[..12]}. "
            + "Statistics of one fold have seen whom another is tested on: fit them on this fold's own training part.",
            error.Message);
    }

    [Fact]
    public void Of_SameSubjectsInAnotherOrder_IsTheSameFold()
    {
        var cases = Split.Cases(0, Part.Train);

        Assert.Equal(TrainingFold.Of(cases), TrainingFold.Of(cases.Reverse().Skip(1)));
        Assert.NotEqual(TrainingFold.Of(cases), TrainingFold.Of(cases.Where(item => item.Subject != cases[0].Subject)));
        Assert.Equal("1f68ad0a412771d3f1a64bc696a0f05337ef3adeb5f72b4c2b9ff6d081a4dfb7", TrainingFold.Of(["s02", "s01"]).Hash); // printf 's01\ns02\n' | sha256sum
    }

    private static NormaliseOptions ByTraining => new() { By = ChannelStatistics.Parse("training") };
}
