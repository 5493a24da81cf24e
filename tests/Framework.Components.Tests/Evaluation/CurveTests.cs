using Framework.Components.Evaluation;

namespace Framework.Components.Tests.Evaluation;

public sealed class CurveTests
{
    [SharedDataFact]
    public void RocCurve_Oracle_HasItsArea()
    {
        var oracle = Oracle.Read();
        Assert.Equal(oracle.GetProperty("auroc").GetDouble(), RocCurve.Of(Oracle.Targets, Oracle.Scores).Area, 1e-12);
        Assert.Equal(oracle.GetProperty("auroc_ties").GetDouble(), RocCurve.Of(Oracle.Targets, Oracle.TiedScores).Area, 1e-12);
    }

    [SharedDataFact]
    public void RocCurve_OracleWithTies_HasItsPoints()
    {
        var points = Oracle.Read().GetProperty("roc_curve_ties").EnumerateArray().Select(Oracle.Numbers).ToArray();
        var curve = RocCurve.Of(Oracle.Targets, Oracle.TiedScores);
        Assert.Equal(points[0], curve.FalsePositiveRate, Close);
        Assert.Equal(points[1], curve.TruePositiveRate, Close);
        Assert.Equal(points[2][1..], curve.Thresholds.Skip(1), Close);
        Assert.Equal(double.PositiveInfinity, curve.Thresholds[0]);
    }

    [SharedDataFact]
    public void PrecisionRecallCurve_Oracle_HasItsAverageAndPoints()
    {
        var oracle = Oracle.Read();
        var curve = PrecisionRecallCurve.Of(Oracle.Targets, Oracle.TiedScores);
        Assert.Equal(oracle.GetProperty("average_precision").GetDouble(), PrecisionRecallCurve.Of(Oracle.Targets, Oracle.Scores).AveragePrecision, 1e-12);
        Assert.Equal(oracle.GetProperty("average_precision_ties").GetDouble(), curve.AveragePrecision, 1e-12);
        var points = oracle.GetProperty("pr_curve_ties").EnumerateArray().Select(Oracle.Numbers).ToArray();
        Assert.Equal(points[0].Reverse(), curve.Precision, Close);
        Assert.Equal(points[1].Reverse(), curve.Recall, Close);
        Assert.Equal(points[2].Reverse(), curve.Thresholds.Skip(1), Close);
    }

    [Fact]
    public void RocCurve_PerfectThenReversedThenConstant_IsOneZeroAndHalf()
    {
        Assert.Equal(1, RocCurve.Of([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]).Area);
        Assert.Equal(0, RocCurve.Of([1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4]).Area);
        Assert.Equal(0.5, RocCurve.Of([1, 0, 1, 0], [0.7, 0.7, 0.7, 0.7]).Area);
    }

    [Fact]
    public void Curves_OneClassOnly_AreNotDefined()
    {
        Assert.True(double.IsNaN(RocCurve.Of([1, 1], [0.1, 0.2]).Area));
        Assert.True(double.IsNaN(PrecisionRecallCurve.Of([0, 0], [0.1, 0.2]).AveragePrecision));
        Assert.Equal(1, PrecisionRecallCurve.Of([1, 1], [0.1, 0.2]).AveragePrecision);
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-12;
}
