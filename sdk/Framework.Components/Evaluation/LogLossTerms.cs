namespace Framework.Components.Evaluation;

/// <summary>Binary cross-entropy of single outputs.</summary>
internal static class LogLossTerms
{
    // RSNA 2019 and scikit-learn up to 1.2 clip so.
    private const double Clip = 1e-15;

    public static double Of(double target, double output)
    {
        var probability = Math.Clamp(output, Clip, 1 - Clip);
        return -((target * Math.Log(probability)) + ((1 - target) * Math.Log(1 - probability)));
    }

    public static double Mean(ReadOnlySpan<double> targets, ReadOnlySpan<double> outputs)
    {
        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
            sum += Of(targets[i], outputs[i]);
        return sum / targets.Length;
    }
}
