namespace Framework.Components.Decisions;

/// <summary>Log-odds of probabilities that may have been rounded to 0 or 1.</summary>
internal static class Logit
{
    private const double Clip = 1e-12;

    public static double Of(double probability)
    {
        var inside = Math.Clamp(probability, Clip, 1 - Clip);
        return Math.Log(inside / (1 - inside));
    }

    /// <summary>The logarithm of a class's probability, down to that of 1e-12.</summary>
    public static double Log(double probability) => Math.Log(Math.Clamp(probability, Clip, 1));

    /// <summary>The probability again.</summary>
    public static double Sigmoid(double logit)
    {
        // Of two forms the one that cannot overflow.
        var small = Math.Exp(-Math.Abs(logit));
        return logit >= 0 ? 1 / (1 + small) : small / (1 + small);
    }
}
