using Framework.Components.Evaluation.Findings;

namespace Framework.Components.Tests.Evaluation.Findings;

/// <summary>Discs 30 mm apart along the rows of a slice of half millimetres.</summary>
public sealed class IdentificationTests
{
    private static readonly string[] Discs = ["upper", "lower"];

    // Case 0: both found, 3 and 4 mm off. Case 1: the upper one's name 16 mm too low, nearer to the lower one; the lower one not found. Case 2: the lower one out of view, the upper one 11 mm off.
    private static readonly Predictions Three = Cases.Table(
        Of([At("upper", 0), At("lower", 30)], [At("upper", 3), At("lower", 26)]),
        Of([At("upper", 0), At("lower", 30)], [At("upper", 16)]),
        Of([At("upper", 0)], [At("upper", 11), At("lower", 35)]));

    [Theory]
    [InlineData(20, 2.0 / 3, 1.0 / 2)]
    [InlineData(10, 1.0 / 3, 1.0 / 2)]
    [InlineData(3.5, 1.0 / 3, 0)]
    public void Compute_ByHand_IsTheShareUnderItsOwnName(double distance, double upper, double lower)
    {
        var rate = new IdentificationRate(new IdentificationOptions { Distance = distance });

        Assert.Equal(upper, rate.Figure(Three, "identification-rate", "upper"), 1e-12);
        Assert.Equal(lower, rate.Figure(Three, "identification-rate", "lower"), 1e-12);
        Assert.Equal((upper + lower) / 2, rate.Figure(Three, "identification-rate"), 1e-12);
    }

    [Fact]
    public void Compute_ByHand_MeasuresThoseIdentified()
    {
        var rate = new IdentificationRate(new IdentificationOptions());

        Assert.Equal((3 + 11) / 2.0, rate.Figure(Three, "localisation-error", "upper"), 1e-9);
        Assert.Equal(4, rate.Figure(Three, "localisation-error", "lower"), 1e-9);
    }

    [Fact]
    public void Compute_TwoOfOneName_CountsTheSurest()
    {
        var table = Cases.Table(Of([At("upper", 0)], [At("upper", 2) with { Score = 0.3 }, At("upper", 5) with { Score = 0.8 }]));

        Assert.Equal(5, new IdentificationRate(new IdentificationOptions()).Figure(table, "localisation-error", "upper"), 1e-9);
    }

    [Fact]
    public void Compute_WithoutTruths_HasNoFigure() => Assert.Empty(new IdentificationRate(new IdentificationOptions()).Compute(Cases.Table(Of([], []) with { Truths = null })));

    private static CaseFindings Of(CaseObject[] truths, CaseObject[] found) => new() { Grid = Cases.Slice(), Classes = Discs, Truths = truths, Found = found };

    // A pixel is half a millimetre.
    private static CaseObject At(string name, double millimetres) => new(name, 1, new VoxelBox(new VoxelPoint(2, 2 * millimetres, 0), new VoxelPoint(5, (2 * millimetres) + 3, 1)));
}
