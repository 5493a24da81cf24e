using Framework.Components.Evaluation.Levels;

namespace Framework.Components.Tests.Evaluation.Levels;

public sealed class LevelJoinTests
{
    // Two series of one patient and one of another; the label is unknown in all slices of the last.
    private static readonly Predictions Slices = Make(
        ["any"], [("a", "1"), ("a", "1"), ("a", "2"), ("b", "3"), ("b", "3")], [0, 1, 0, double.NaN, double.NaN], [0.2, 0.6, 0.1, 0.4, 0.3]);

    [Theory]
    [InlineData(LevelRule.Max, 0.6, 0.1, 0.4)]
    [InlineData(LevelRule.Mean, 0.4, 0.1, 0.35)]
    [InlineData(LevelRule.Any, 1, 0, 0)]
    public void Of_SlicesOfSeries_TakesWhatTheRuleSays(LevelRule rule, double first, double second, double third)
    {
        var series = LevelJoin.Of(Slices, new Level { By = LevelUnit.Series, Take = rule });
        Assert.Equal(["1", "2", "3"], series.Rows.Select(row => row.Case));
        Assert.Equal(["a", "a", "b"], series.Rows.Select(row => row.Subject));
        Assert.Equal([1, 0, double.NaN], series.Targets.ToArray());
        Assert.Equal([first, second, third], series.Outputs.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Of_SeriesThenSubject_GoesOnFromTheSeries()
    {
        var series = LevelJoin.Of(Slices, new Level { By = LevelUnit.Series, Take = LevelRule.Max });
        var subjects = LevelJoin.Of(series, new Level { By = LevelUnit.Subject, Take = LevelRule.Mean });
        Assert.Equal(["a", "b"], subjects.Rows.Select(row => row.Case));
        Assert.Equal([0.35, 0.4], subjects.Outputs.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1, double.NaN], subjects.Targets.ToArray());
    }

    [Fact]
    public void Of_AnyWithThresholds_UsesThoseOfTheRows()
    {
        var table = Slices.WithThresholds([0.9, 0.9, 0.05, 0.4, 0.4]);
        Assert.Equal([0, 1, 1], LevelJoin.Of(table, new Level { By = LevelUnit.Series, Take = LevelRule.Any }).Outputs.ToArray());
    }

    [Fact]
    public void Of_Grades_TakesTheWorst()
    {
        var table = Grades(ordered: true, [1, 0, 0, 0, 0, 1], [0.8, 0.1, 0.1, 0.2, 0.5, 0.3]);
        Level By(LevelRule rule) => new() { By = LevelUnit.Subject, Take = rule };
        Assert.Equal([0, 0, 1], LevelJoin.Of(table, By(LevelRule.Max)).Targets.ToArray());
        Assert.Equal([0.2, 0.5, 0.3], LevelJoin.Of(table, By(LevelRule.Max)).Outputs.ToArray());
        Assert.Equal([0.5, 0.3, 0.2], LevelJoin.Of(table, By(LevelRule.Mean)).Outputs.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0, 1, 0], LevelJoin.Of(table, By(LevelRule.Any)).Outputs.ToArray());
    }

    [Fact]
    public void Of_ClassesWithoutOrder_SumToOneAndMustAgree()
    {
        var table = Grades(ordered: false, [0, 1, 0, 0, 1, 0], [0.8, 0.1, 0.1, 0.2, 0.5, 0.3]);
        var level = new Level { By = LevelUnit.Subject, Take = LevelRule.Max };
        Assert.Equal([0.5, 0.3125, 0.1875], LevelJoin.Of(table, level).Outputs.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0, 1, 0], LevelJoin.Of(table, level).Targets.ToArray());
        var torn = Grades(ordered: false, [1, 0, 0, 0, 0, 1], [0.8, 0.1, 0.1, 0.2, 0.5, 0.3]);
        Assert.Equal("the cases of the subject 'a' are of 2 classes of 'grade', which have no order. Correct the labels, or leave 'levels' out.", Assert.Throws<DataFormatException>(() => LevelJoin.Of(torn, level)).Message);
        Assert.Equal(
            "'levels' takes any, which has no meaning for 'grade', whose classes have no order. Take mean or max.",
            Assert.Throws<ExperimentException>(() => LevelJoin.Of(table, level with { Take = LevelRule.Any })).Message);
    }

    [Fact]
    public void Of_CasesWithoutSeries_SaysSo() => Assert.Equal(
        "'levels' joins cases by series, and the case 'case0' belongs to none. Join by subject, or use a data source that knows the series of each case.",
        Assert.Throws<ExperimentException>(() => LevelJoin.Of(Table.Of([1], [1]), new Level { By = LevelUnit.Series, Take = LevelRule.Max })).Message);

    private static Predictions Grades(bool ordered, double[] targets, double[] outputs) =>
        Table.WithGroups(Make(["0", "1", "2"], [("a", "1"), ("a", "1")], targets, outputs), new LabelGroup("grade", ["0", "1", "2"], ordered));

    private static Predictions Make(string[] labels, (string Subject, string Series)[] rows, double[] targets, double[] outputs) =>
        new(labels, [.. rows.Select((row, i) => new PredictedCase($"slice{i}", row.Subject, "", 0) { Series = row.Series })], targets, outputs);
}
