using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Framework.Components.Models;
using Framework.Components.Tests.Evaluation;

namespace Framework.Components.Tests.Models;

public sealed class LogisticRegressionTests
{
    private const double Tolerance = 1e-6;

    // The figures come from a solver that stopped 5e-6 before the minimum: they are met that far, and the minimum must be no worse.
    [SharedDataTheory]
    [InlineData("1.0")]
    [InlineData("0.1")]
    [InlineData("1000000.0")]
    public void Fit_OracleCases_EqualsScikitLearn(string c)
    {
        var expected = JsonDocument.Parse(File.ReadAllText(SharedData.File("oracle", "logistic_regression.json"))).RootElement.GetProperty("C").GetProperty(c);
        var (second, third) = (OracleNumbers.Uniform(5_000_020, 400), OracleNumbers.Uniform(5_000_021, 400));
        double[][] features = [.. Oracle.Scores.Select((score, row) => new[] { score, second[row], (0.5 * score) + (0.5 * third[row]) })];

        var cases = new LabelledFeatures { Features = features, Classes = [.. Oracle.Targets.Select(target => (int)target)] };
        var strength = double.Parse(c, CultureInfo.InvariantCulture);

        var fitted = LogisticRegression.Fit(cases, strength);

        const double Stopped = 2e-5;
        var reference = new LogisticRegression([Oracle.Numbers(expected.GetProperty("coef"))], [expected.GetProperty("intercept").GetDouble()]);
        AssertClose(reference.Coefficients[0], fitted.Coefficients[0], Stopped);
        AssertClose([.. reference.Intercepts], [.. fitted.Intercepts], Stopped);
        AssertClose(Oracle.Numbers(expected.GetProperty("first_probabilities")), [.. features.Take(5).Select(row => fitted.Probabilities(row)[1])], Stopped);
        Assert.True(Loss(fitted, cases, strength) <= Loss(reference, cases, strength), "the reference is nearer the minimum");
    }

    [PythonTheory("sklearn")]
    [InlineData(2, 1.0, 11)]
    [InlineData(2, 1e6, 12)] // hardly any penalty
    [InlineData(3, 0.1, 13)]
    [InlineData(5, 100.0, 14)]
    public void Fit_RandomWeightedCases_EqualsScikitLearn(int classes, double c, ulong seed)
    {
        var cases = Random(classes, seed);

        var fitted = LogisticRegression.Fit(cases, c);

        var peer = ScikitLearn(cases, c);
        AssertClose(peer[0], [.. fitted.Coefficients.SelectMany(row => row)]);
        AssertClose(peer[1], [.. fitted.Intercepts]);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e6)]
    public void Fit_SeparableCases_ReachesTheStationaryPoint(double c)
    {
        double[] x = [-2, -1.5, -1, 1, 1.25, 3];
        int[] y = [0, 0, 0, 1, 1, 1];

        var fitted = LogisticRegression.Fit(new LabelledFeatures { Features = [.. x.Select(value => new[] { value })], Classes = y }, c);

        // At the minimum: C sum (p - y) x + beta = 0, and sum (p - y) = 0.
        double[] residuals = [.. x.Select((value, row) => fitted.Probabilities([value])[1] - y[row])];
        var beta = fitted.Coefficients[0][0];
        Assert.InRange((c * residuals.Zip(x, (r, value) => r * value).Sum()) + beta, -1e-8 * beta, 1e-8 * beta);
        Assert.InRange(c * residuals.Sum(), -1e-8 * beta, 1e-8 * beta);
    }

    // One feature that is 0 or 1 and no penalty to speak of: the log odds of the two groups are the closed form.
    [Fact]
    public void Fit_TwoGroups_GivesTheirLogOdds()
    {
        double[][] features = [[0], [0], [0], [0], [1], [1], [1], [1]];
        int[] classes = [0, 0, 0, 1, 0, 1, 1, 1];

        var fitted = LogisticRegression.Fit(new LabelledFeatures { Features = features, Classes = classes }, 1e10);

        AssertClose([Math.Log(1.0 / 3)], [fitted.Intercepts[0]]);
        AssertClose([2 * Math.Log(3)], fitted.Coefficients[0]);
    }

    [Fact]
    public void Fit_WeightOfTwo_EqualsTheCaseTwice()
    {
        var cases = Random(3, 21);
        var doubled = cases with { Weights = [.. cases.Classes.Select((_, row) => row % 2 == 0 ? 2.0 : 1.0)] };
        int[] rows = [.. Enumerable.Range(0, cases.Classes.Count).SelectMany(row => row % 2 == 0 ? new[] { row, row } : [row])];
        var twice = new LabelledFeatures { Features = [.. rows.Select(row => cases.Features[row])], Classes = [.. rows.Select(row => cases.Classes[row])] };

        var (weighted, repeated) = (LogisticRegression.Fit(doubled), LogisticRegression.Fit(twice));

        AssertClose([.. repeated.Coefficients.SelectMany(row => row)], [.. weighted.Coefficients.SelectMany(row => row)]);
        Assert.InRange(weighted.Intercepts.Sum(), -1e-9, 1e-9);
    }

    [Fact]
    public void Fit_OneClass_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(new LabelledFeatures { Features = [[1], [2]], Classes = [0, 0] }));

        Assert.Equal("There are cases of 1 of 2 classes; a regression needs some of each.", error.Message);
    }

    [Fact]
    public void Fit_FeatureThatIsNoNumber_IsRefusedWithItsPlace()
    {
        var error = Assert.Throws<ArgumentException>(() => LogisticRegression.Fit(new LabelledFeatures { Features = [[1, 2], [2, double.NaN]], Classes = [0, 1] }));

        Assert.Equal("Feature 1 of row 1 is NaN; it must be finite.", error.Message);
    }

    private static LabelledFeatures Random(int classes, ulong seed)
    {
        const int Rows = 120;
        var random = new RandomStream(seed);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % classes)];
        return new LabelledFeatures
        {
            Classes = labels,
            Features = [.. labels.Select(label => new[] { random.Normal() + (0.5 * label), 10 * random.Normal(), 0.1 * (random.Normal() - label), random.Normal() })],
            Weights = [.. labels.Select(label => label == 0 ? 2.5 : 1)],
        };
    }

    private static double[][] ScikitLearn(LabelledFeatures cases, double c)
    {
        const string Script =
            "import json, sys, numpy as np; from sklearn.linear_model import LogisticRegression as L; d = json.load(sys.stdin); "
            + "f = L(C=d['C'], solver='newton-cg', tol=1e-12, max_iter=100000).fit(np.array(d['X']), d['y'], sample_weight=d['w']); "
            + "json.dump([f.coef_.ravel().tolist(), f.intercept_.tolist()], sys.stdout)";
        using var process = Process.Start(new ProcessStartInfo(PythonModules.Python, ["-W", "ignore", "-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Write(JsonSerializer.Serialize(new { C = c, X = cases.Features, y = cases.Classes, w = cases.Weights }));
        process.StandardInput.Close();
        var figures = JsonSerializer.Deserialize<double[][]>(process.StandardOutput.ReadToEnd())!;
        process.WaitForExit();
        return figures;
    }

    private static double Loss(LogisticRegression fitted, LabelledFeatures cases, double c) =>
        cases.Features.Select((row, i) => -c * Math.Log(fitted.Probabilities(row)[cases.Classes[i]])).Sum() + (fitted.Coefficients[0].Sum(beta => beta * beta) / 2);

    private static void AssertClose(double[] expected, double[] actual, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * (1 + Math.Abs(expected[i])), $"number {i}: expected {expected[i]:R}, got {actual[i]:R}");
    }
}
