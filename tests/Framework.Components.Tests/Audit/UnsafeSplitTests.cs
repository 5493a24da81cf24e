using Framework.Components.Audit;
using Framework.Components.Evaluation;
using Framework.Components.Models;
using Framework.Components.Splits;
using Framework.Components.Tests.Training;

namespace Framework.Components.Tests.Audit;

/// <summary>Slices of a subject look alike, and labels of subjects are drawn at random: there is nothing to learn (Yagis et al. 2021, Scientific Reports 11:22544).</summary>
public sealed class UnsafeSplitTests
{
    private const int Subjects = 100;
    private const int Slices = 8;
    private const int Draws = 5;

    [Fact]
    public void Score_RandomLabelsSplitBySlice_IsHighAndTheAuditNamesWhy()
    {
        var options = new HoldoutOptions { Train = 0.5, Test = 0.5, By = SplitUnit.Case, Unsafe = true };
        Assert.InRange(Enumerable.Range(0, Draws).Average(draw => AurocOf(draw, options)), 0.9, 1);
        var index = Index(0);
        var split = new CaseSplit(index, new HoldoutSplit(options), new RandomStream(1));
        var findings = DataAudit.Look(new AuditInput { Index = index, Divisions = [new AuditDivision([.. index.Cases.Select(item => split.PartOf(item, 0))])] });
        Assert.Equal(["subject", "series"], findings.Select(finding => finding.Kind));
        Assert.All(findings, finding => Assert.Equal(AuditSeverity.Leak, finding.Severity));
        Assert.EndsWith("series have cases in both train and test. Neighbouring slices are nearly one image, and stand on both sides. Split by subject.", findings[1].Words, StringComparison.Ordinal);
        Assert.InRange(findings[1].Count, 95, Subjects); // a subject has all its slices on one side with a chance of 2 in 256
    }

    [Fact]
    public void Score_RandomLabelsSplitBySubject_IsChance()
    {
        var options = new HoldoutOptions { Train = 0.5, Test = 0.5 };
        // 50 subjects are scored in each of five draws: a standard error of 0.037 where slices of a subject count as one.
        Assert.InRange(Enumerable.Range(0, Draws).Average(draw => AurocOf(draw, options)), 0.4, 0.6);
        var index = Index(0);
        var split = new CaseSplit(index, new HoldoutSplit(options), new RandomStream(1));
        Assert.Empty(DataAudit.Look(new AuditInput { Index = index, Divisions = [new AuditDivision([.. index.Cases.Select(item => split.PartOf(item, 0))])] }));
    }

    [Fact]
    public void Holdout_ByCaseWithoutUnsafe_IsRefused() => Assert.Equal(
        "'holdout' by case puts cases of one patient on both sides, and scores a model on patients that it knows. Use 'by: subject', or add 'unsafe: true' where the experiment is about that.",
        Assert.Throws<ExperimentException>(() => new HoldoutSplit(new() { Train = 1, By = SplitUnit.Case })).Message);

    [Fact]
    public void IsUnsafe_SplitWithinAnother_IsToldOutside()
    {
        var split = new HoldoutSplit(new() { Train = 0.5, Test = 0.5, By = SplitUnit.Case, Unsafe = true });
        Assert.True(new RepeatedSplit(new() { Split = split, Times = 2 }).IsUnsafe);
        Assert.True(new ExternalSplit(new() { Split = split, Sites = ["north"] }).IsUnsafe);
        Assert.False(new RepeatedSplit(new() { Split = new HoldoutSplit(new() { Train = 1 }), Times = 2 }).IsUnsafe);
    }

    private static double AurocOf(int draw, HoldoutOptions options)
    {
        var index = Index(draw);
        var split = new CaseSplit(index, new HoldoutSplit(options), new RandomStream((ulong)draw));
        var source = new AlikeSlices();
        SampleSet Set(Part part) => new(split.Cases(0, part), new SamplePipeline(source, [], new RandomStream(1)));
        var context = SupervisedTrainerTests.Context() with { Train = Set(Part.Train), Validate = new SampleSet([], Set(Part.Train).Pipeline), Labels = ["random"] };
        using var predictor = new LogisticRegressionTrainer(new()).Fit(context, CancellationToken.None);
        return new Auroc(new()).Compute(predictor.Predict(Set(Part.Test), CancellationToken.None)).Single(figure => figure.Label == "random").Value;
    }

    private static DataIndex Index(int draw)
    {
        var cases = Enumerable.Range(0, Subjects * Slices).Select(i => new Case
        {
            Id = $"slice{i}",
            Subject = $"subject{i / Slices}",
            Series = $"series{i / Slices}",
            Labels = [new RandomStream((ulong)draw).Derive("label").Derive(i / Slices).Chance(0.5) ? 1 : 0],
        }).ToList();
        return new DataIndex { Labels = ["random"], Cases = cases, Fingerprint = "" };
    }

    /// <summary>Images of 10 x 10 pixels: a pattern of the subject, and a third as much noise of the slice.</summary>
    private sealed class AlikeSlices : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var image = workspace.Allocate([1, 10, 10]);
            var (subject, slice) = (new RandomStream(5).Derive(item.Subject), new RandomStream(6).Derive(item.Id));
            for (var i = 0; i < image.Length; i++)
                image.Pixels[i] = (float)(subject.Normal() + (slice.Normal() / 3));
            return new Sample(item, image);
        }
    }
}
