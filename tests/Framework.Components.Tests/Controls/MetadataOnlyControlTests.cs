using Framework.Components.Controls;
using Framework.Components.Evaluation;
using Framework.Components.Tests.Data;
using Framework.Components.Tests.Training;

namespace Framework.Components.Tests.Controls;

public sealed class MetadataOnlyControlTests
{
    [Fact]
    public void Fit_ScannerIsTheLabel_TellsEveryUnseenCaseAndNamesTheScanner()
    {
        var log = new ListLog();
        Assert.InRange(AurocOf(Cases(200, (label, i) => label > 0.5 == (i % 50 != 0) ? "Scanner B" : "Scanner A"), log), 0.95, 1);
        var features = log.Events.Single(item => item.Kind == "features").Values;
        Assert.StartsWith("a: scanner=Scanner ", features.First().Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ScannerSaysNothing_IsNearChance() => Assert.InRange(AurocOf(Cases(400, (_, i) => i / 2 % 3 == 0 ? "A" : "B"), new ListLog()), 0.4, 0.6);

    [Fact]
    public void Fit_SameFactsForAll_PredictsTheShare()
    {
        var cases = Cases(40, (_, _) => "A");
        using var predictor = Trainer(cases).Fit(Context(cases, new ListLog()), CancellationToken.None);
        Assert.All(predictor.Predict(new Cohort().Set(cases), CancellationToken.None).Outputs.ToArray(), output => Assert.Equal(0.5, output, 1e-9));
    }

    [Fact]
    public void Fit_LabelShowsInTheMatrixAlone_IsFoundByLoadingTheImages()
    {
        var cases = Cases(60, (_, _) => "A");
        Assert.InRange(AurocOf(cases, new ListLog(), new SizedByLabel()), 0.99, 1);
        Assert.InRange(AurocOf(cases, new ListLog(), new SizedByLabel(), new() { Images = false }), 0.5, 0.5);
        Assert.InRange(AurocOf(cases, new ListLog(), new SizedByLabel(), new() { Except = ["image_matrix"] }), 0.5, 0.5);
    }

    [Fact]
    public void Columns_ManyNumbers_AreStandardisedAndUnknownOnesMarked()
    {
        var encoding = new MetadataEncoding([.. Enumerable.Range(1, 20).Select(i => new Dictionary<string, string> { ["size"] = i == 20 ? "" : $"{i}" })]);
        Assert.Equal(["size", "size²", "size=unknown"], encoding.Columns);
        Assert.Equal([0, -1, 0], encoding.Encode(new Dictionary<string, string> { ["size"] = "10" }));
        Assert.Equal([0, 0, 1], encoding.Encode(new Dictionary<string, string>()));
    }

    private static double AurocOf(Case[] cases, ListLog log, IDataSource? source = null, MetadataOnlyOptions? options = null)
    {
        var half = cases.Length / 2;
        using var predictor = Trainer(cases[..half], source, options).Fit(Context(cases[..half], log), CancellationToken.None);
        var table = predictor.Predict(new Cohort().Set(cases[half..]), CancellationToken.None);
        return new Auroc(new()).Compute(table).Single(figure => figure.Label == "a").Value;
    }

    private static ITrainer Trainer(Case[] cases, IDataSource? source = null, MetadataOnlyOptions? options = null) =>
        new MetadataOnlyControl(options ?? new()).Apply(Recipes.Of(cases, source: source), new RandomStream(1)).Trainer;

    private static TrainingContext Context(Case[] cases, ListLog log) => SupervisedTrainerTests.Context() with { Train = new Cohort().Set(cases), Log = log };

    private static Case[] Cases(int count, Func<double, int, string> scanner) => [.. Enumerable.Range(0, count).Select(i => new Case
    {
        Id = $"case{i}",
        Subject = $"subject{i}",
        Labels = [i % 2, double.NaN],
        Attributes = new Dictionary<string, string> { ["scanner"] = scanner(i % 2, i), ["serial"] = $"x{i}" },
    })];

    private sealed class SizedByLabel : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var image = workspace.Allocate([1, 4, item.Labels[0] > 0.5 ? 6 : 4]);
            image.Pixels.Clear();
            return new Sample(item, image);
        }
    }
}
