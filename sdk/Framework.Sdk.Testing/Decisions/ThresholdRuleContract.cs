using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every threshold rule promises: a finite threshold that follows from the question alone.</summary>
public abstract class ThresholdRuleContract
{
    /// <summary>Makes the rule.</summary>
    protected abstract IThresholdRule Create();

    /// <summary>The same question gives the same finite threshold.</summary>
    [Fact]
    public void Fit_Twice_GivesTheSameFiniteThreshold()
    {
        var threshold = Create().Fit(ValidationCohort.TooSure());
        Assert.True(double.IsFinite(threshold), $"the threshold is {threshold}.");
        Assert.True(threshold.Equals(Create().Fit(ValidationCohort.TooSure())), "the same question gives another threshold.");
    }

    /// <summary>A question that cannot be answered is refused in words.</summary>
    [Fact]
    public void Fit_NobodyPositive_GivesAThresholdOrSaysWhyNot()
    {
        var thrown = Record.Exception(() => { Create().Fit(ValidationCohort.Question([0, 0, 0], [0.1, 0.2, 0.3])); });
        Assert.True(
            thrown is null or TrainingException { Message.Length: > 0 },
            $"where nobody is positive the rule throws {thrown?.GetType().Name}: '{thrown?.Message}'. Give a threshold, or throw TrainingException and say why there is none.");
    }
}
