using Framework.Components.Decisions;

namespace Framework.Components.Tests.Decisions;

public sealed class ThresholdRuleTests
{
    // Falling outputs: + + - + - - + - - -: sensitivities 1/4, 2/4, 2/4, 3/4, 3/4, 3/4, 1, 1, 1, 1; specificities 1, 1, 5/6, 5/6, 4/6, 3/6, 3/6, 2/6, 1/6, 0.
    private static readonly ValidationQuestion Ten = ValidationTable.Question(
        [1, 1, 0, 1, 0, 0, 1, 0, 0, 0], [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]);

    [Fact]
    public void Youden_WorkedByHand_TakesTheGreatestSum() => Assert.Equal(0.7, new YoudenThreshold().Fit(Ten));

    [Fact]
    public void Youden_TwoEquallyGood_TakesTheHigher() => Assert.Equal(0.8, new YoudenThreshold().Fit(ValidationTable.Question([1, 0, 1, 0], [0.8, 0.6, 0.4, 0.2])));

    [Theory]
    [InlineData(0.5, 0.9)]
    [InlineData(0.51, 0.7)]
    [InlineData(0.75, 0.7)]
    [InlineData(0.95, 0.4)]
    [InlineData(1, 0.4)]
    public void FixedSensitivity_WorkedByHand_IsTheHighestThatReachesIt(double at, double expected) =>
        Assert.Equal(expected, new FixedSensitivityThreshold(new FixedRateOptions { At = at }).Fit(Ten));

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(0.8, 0.7)]
    [InlineData(0.5, 0.4)]
    [InlineData(0.01, 0.2)]
    public void FixedSpecificity_WorkedByHand_IsTheLowestThatKeepsIt(double at, double expected) =>
        Assert.Equal(expected, new FixedSpecificityThreshold(new FixedRateOptions { At = at }).Fit(Ten));

    [Theory]
    [InlineData(1, 1, 0.9)] // two errors, as with 0.7
    [InlineData(10, 1, 0.4)] // three alarms and nobody missed
    [InlineData(1, 10, 0.9)] // two missed
    [InlineData(3, 2, 0.7)] // one missed, one alarm
    public void Cost_WorkedByHand_IsTheCheapest(double falseNegative, double falsePositive, double expected)
    {
        var chosen = new CostThreshold(new CostOptions { FalseNegative = falseNegative, FalsePositive = falsePositive }).Fit(Ten);

        Assert.Equal(expected, chosen);
    }

    [Fact]
    public void Cost_RareWhereUsed_CallsNobodyWhereThatIsCheapest()
    {
        var chosen = new CostThreshold(new CostOptions { FalseNegative = 1, FalsePositive = 1, Prevalence = 1e-6 }).Fit(ValidationTable.Question([0, 1, 0], [0.9, 0.8, 0.1]));

        Assert.Equal(Math.BitIncrement(0.9), chosen);
    }

    [Fact]
    public void Fit_NoNegative_SaysSo()
    {
        var error = Assert.Throws<TrainingException>(() => new YoudenThreshold().Fit(ValidationTable.Question([1, 1], [0.9, 0.1])));

        Assert.Equal("the threshold of 'l0' cannot be fitted: its validation part has 2 positive and 0 negative cases, and both kinds are needed. Give 'validate' a larger share.", error.Message);
    }
}
