using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every calibrator promises: finite figures, probabilities out of probabilities, no change of order, and no greater loss where it was fitted.</summary>
public abstract class CalibratorContract
{
    /// <summary>Makes the calibrator.</summary>
    protected abstract ICalibrator Create();

    /// <summary>The same question gives the same finite figures.</summary>
    [Fact]
    public void Fit_Twice_GivesTheSameFiniteFigures()
    {
        var figures = Create().Fit(ValidationCohort.TooSure());
        Assert.True(figures.All(double.IsFinite), "a figure is not finite.");
        Assert.True(figures.SequenceEqual(Create().Fit(ValidationCohort.TooSure())), "the same question gives other figures.");
    }

    /// <summary>Every probability becomes a probability, and a higher one never a lower one.</summary>
    [Fact]
    public void Apply_EveryProbability_IsAProbabilityInTheSameOrder()
    {
        var calibrator = Create();
        var figures = calibrator.Fit(ValidationCohort.TooSure());
        var last = 0.0;
        for (var at = 0; at <= 100; at++)
        {
            double[] output = [at / 100.0];
            calibrator.Apply(figures, output);
            Assert.True(output[0] is >= 0 and <= 1, $"{at / 100.0} becomes {output[0]}, which is no probability.");
            Assert.True(output[0] >= last - 1e-12, $"{at / 100.0} becomes {output[0]}, less than a lower output becomes ({last}): ranks, and with them AUROC, would change.");
            last = output[0];
        }
    }

    /// <summary>Where it was fitted, calibrated outputs have no greater squared error.</summary>
    [Fact]
    public void Apply_OutputsThatAreTooSure_AreNotWorseThanBefore()
    {
        var (calibrator, question) = (Create(), ValidationCohort.TooSure());
        var figures = calibrator.Fit(question);
        var (before, after) = (0.0, 0.0);
        for (var row = 0; row < question.Count; row++)
        {
            double[] output = [question.Outputs[row]];
            calibrator.Apply(figures, output);
            before += Math.Pow(question.Outputs[row] - question.Targets[row], 2);
            after += Math.Pow(output[0] - question.Targets[row], 2);
        }

        Assert.True(after <= before, $"the sum of squared errors goes from {before:0.###} to {after:0.###} by calibration.");
    }
}
