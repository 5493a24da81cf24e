using Framework.Components.Evaluation;
using Framework.Components.Models;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

public sealed class TestExperimentTests
{
    [Fact]
    public void Run_BlobsAndARegression_LearnsThemAndNobodyIsInTwoParts()
    {
        var outcome = Experiment.Run();

        Assert.InRange(outcome.Value("auroc", "bright"), 0.9, 1);
        var parts = new[] { Part.Train, Part.Validate, Part.Test }.Select(part => outcome.Split.Cases(0, part).Select(item => item.Subject).Distinct().ToList()).ToList();
        Assert.Equal(24, parts.Sum(subjects => subjects.Count));
        Assert.Equal(24, parts.SelectMany(subjects => subjects).Distinct().Count());
        Assert.Equal(outcome.Split.Cases(0, Part.Test).Select(item => item.Id), outcome.Predictions.Rows.Select(row => row.Case));
    }

    [Fact]
    public void Run_Twice_GivesTheSame() => Assert.Equal(Experiment.Run().Predictions.Outputs.ToArray(), Experiment.Run().Predictions.Outputs.ToArray());

    [Fact]
    public void Run_FittedTransform_IsFittedOnTheTrainingPartAlone()
    {
        var transform = new CountingTransform();

        var outcome = (Experiment with { Transforms = [new TransformStep("count", transform)] }).Run();

        Assert.Equal(outcome.Split.Cases(0, Part.Train).Select(item => item.Id), transform.Observed);
    }

    [Fact]
    public void Value_OfAMetricThatThereIsNot_ListsThoseThatThereAre() => Assert.StartsWith(
        "there is no 'dice' of 'all'; there are 'auroc' of 'bright'", Assert.Throws<KeyNotFoundException>(() => Experiment.Run().Value("dice")).Message, StringComparison.Ordinal);

    private static TestExperiment Experiment => new() { Trainer = new LogisticRegressionTrainer(new LogisticRegressionOptions()), Metrics = [new Auroc(new AurocOptions())] };

    private sealed class CountingTransform : IFittedTransform
    {
        public List<string> Observed { get; } = [];

        public bool NeedsFitting => true;

        public IReadOnlyList<double> Observe(Sample sample)
        {
            Observed.Add(sample.Case.Id);
            return [];
        }

        public IReadOnlyList<double> Conclude(IReadOnlyList<IReadOnlyList<double>> observations) => [];

        public ITransform With(FittedStatistics statistics, TrainingFold fold) => new Nothing();

        public Sample Apply(Sample sample, TransformContext context) => throw new NotSupportedException();
    }

    private sealed class Nothing : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context) => sample;
    }
}
