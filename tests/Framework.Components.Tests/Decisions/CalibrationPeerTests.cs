using System.Text.Json;
using Framework.Components.Decisions;
using Framework.Components.Tests.Models.Weights;

namespace Framework.Components.Tests.Decisions;

public sealed class CalibrationPeerTests
{
    private const int Cohorts = 20;

    // Tied outputs, outputs of 0 and 1, few and many cases.
    [PythonFact("sklearn", "scipy", "numpy")]
    public void Fit_RandomCohorts_EqualsScikitLearn()
    {
        using var peers = JsonDocument.Parse(PythonRun.File(Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Components.Tests", "Peers", "calibration.py"), $"{Cohorts}"));

        foreach (var cohort in peers.RootElement.EnumerateArray())
        {
            var (targets, outputs) = (Numbers(cohort, "targets"), Numbers(cohort, "outputs"));
            var question = ValidationTable.Question(targets, outputs);
            AssertIsotonic(question, Numbers(cohort, "asked"), Numbers(cohort, "isotonic"));
            AssertSigmoid(question, Numbers(cohort, "sigmoid"));
        }
    }

    private static void AssertIsotonic(ValidationQuestion question, double[] asked, double[] expected)
    {
        var figures = new IsotonicCalibrator().Fit(question);
        for (var i = 0; i < asked.Length; i++)
        {
            double[] row = [asked[i]];
            new IsotonicCalibrator().Apply(figures, row);
            Assert.Equal(expected[i], row[0], 1e-12);
        }
    }

    private static void AssertSigmoid(ValidationQuestion question, double[] expected)
    {
        var figures = new PlattCalibrator().Fit(question); // behind the number of figures
        Assert.Equal(expected[0], figures[1], 1e-5 * Math.Max(1, Math.Abs(expected[0])));
        Assert.Equal(expected[1], figures[2], 1e-5 * Math.Max(1, Math.Abs(expected[1])));
    }

    private static double[] Numbers(JsonElement cohort, string name) => [.. cohort.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
