namespace Framework.Components.Evaluation;

/// <summary>Cross-entropy of single rows.</summary>
internal static class LogLossTerms
{
    // RSNA 2019 and scikit-learn up to 1.2 clip so.
    private const double Clip = 1e-15;

    public static double Of(double target, double output)
    {
        var probability = Math.Clamp(output, Clip, 1 - Clip);
        return -((target * Math.Log(probability)) + ((1 - target) * Math.Log(1 - probability)));
    }

    public static double OfClass(double[] outputs, int truth)
    {
        var clipped = Array.ConvertAll(outputs, output => Math.Clamp(output, Clip, 1 - Clip));
        return -Math.Log(clipped[truth] / clipped.Sum());
    }
}
