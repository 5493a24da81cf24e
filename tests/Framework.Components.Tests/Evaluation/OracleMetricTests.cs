using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Decisions;

namespace Framework.Components.Tests.Evaluation;

/// <summary>scikit-learn's figures of four grades.</summary>
public sealed class OracleMetricTests
{
    [SharedDataFact]
    public void Metrics_CallsByProbability_AreTheOracles()
    {
        var table = Table.OfClasses(4, Oracle.Grades, Oracle.GradeProbabilities);
        Check("accuracy", new Accuracy(new()), table);
        Check("balanced_accuracy", new BalancedAccuracy(new()), table);
        Check("weighted_ovr_auroc", new Auroc(new() { Average = Average.Weighted }), table);
        Check("macro_ovr_auroc", new Auroc(new()), table);
        Check("weighted_precision", new Components.Evaluation.Decisions.Precision(new() { Average = Average.Weighted }), table);
        Check("weighted_recall", new Recall(new() { Average = Average.Weighted }), table);
        Check("weighted_f1", new F1(new() { Average = Average.Weighted }), table);
        Check("macro_f1", new F1(new()), table);
        Check("mcc", new Mcc(new()), table);
    }

    [SharedDataFact]
    public void Metrics_CalledGrades_AreTheOracles()
    {
        var table = Table.OfCalls(4, Oracle.Grades, Oracle.CalledGrades);
        Check("kappa", new Kappa(new()), table);
        Check("kappa_linear", new Kappa(new() { Weights = KappaWeights.Linear }), table);
        Check("kappa_quadratic", new Kappa(new() { Weights = KappaWeights.Quadratic }), table);
        Check("within_one", new WithinOne(new()), table);
        var expected = Oracle.Read().GetProperty("confusion").EnumerateArray().Select(Oracle.Numbers).ToArray();
        var matrix = Assert.Single(ConfusionMatrix.Of(table));
        for (var truth = 0; truth < 4; truth++)
            Assert.Equal(expected[truth], Enumerable.Range(0, 4).Select(called => matrix.Calls[truth, called]));
        Assert.Equal(("grade", "3"), (matrix.Question, matrix.Classes[3]));
    }

    private static void Check(string name, IMetric metric, Predictions table) =>
        Assert.Equal(Oracle.Read().GetProperty(name).GetDouble(), Table.Single(metric, table, null).Value, 1e-12);
}
