namespace Framework.Components.Models;

/// <summary>From features to class probabilities. With one row of coefficients the first class has score 0.</summary>
internal static class Softmax
{
    public static void Scores(IReadOnlyList<double[]> coefficients, IReadOnlyList<double> intercepts, ReadOnlySpan<double> features, Span<double> scores)
    {
        var reference = scores.Length - coefficients.Count;
        scores.Clear();
        for (var row = 0; row < coefficients.Count; row++)
            scores[row + reference] = intercepts[row] + Dot(coefficients[row], features);
    }

    /// <summary>Scores to probabilities, in place; gives log Σ exp(score).</summary>
    public static double Normalise(Span<double> scores)
    {
        var greatest = double.NegativeInfinity;
        foreach (var score in scores)
            greatest = Math.Max(greatest, score);
        var sum = 0.0;
        foreach (ref var score in scores)
            sum += score = Math.Exp(score - greatest);
        foreach (ref var score in scores)
            score /= sum;
        return greatest + Math.Log(sum);
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
