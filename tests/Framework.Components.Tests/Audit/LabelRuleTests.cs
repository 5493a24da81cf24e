namespace Framework.Components.Tests.Audit;

public sealed class LabelRuleTests
{
    private const double Missing = double.NaN;

    [Theory]
    [InlineData(1, 1, 0, true)]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 1, 0, false)]
    [InlineData(1, 0, 0, false)]
    [InlineData(1, 0, Missing, true)] // the missing one may be it
    [InlineData(0, 0, Missing, true)]
    [InlineData(0, 1, Missing, false)]
    [InlineData(Missing, 1, 0, true)]
    public void Holds_AnyOf_IsTheOrOfWhatIsKnown(double label, double first, double second, bool holds) =>
        Assert.Equal(holds, new LabelRule("any", LabelRelation.AnyOf, ["a", "b"]).Holds([label, first, second], 0, [1, 2]));

    [Theory]
    [InlineData(1, 1, 1, true)]
    [InlineData(1, 1, 0, false)]
    [InlineData(0, 1, 1, false)]
    [InlineData(0, 1, 0, true)]
    [InlineData(1, 1, Missing, true)]
    [InlineData(1, 0, Missing, false)]
    [InlineData(0, 1, Missing, true)]
    public void Holds_AllOf_IsTheAndOfWhatIsKnown(double label, double first, double second, bool holds) =>
        Assert.Equal(holds, new LabelRule("all", LabelRelation.AllOf, ["a", "b"]).Holds([label, first, second], 0, [1, 2]));
}
