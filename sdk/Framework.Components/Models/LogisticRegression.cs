namespace Framework.Components.Models;

/// <summary>Logistic regression with an L2 penalty, fitted to convergence by Newton's method in 64-bit floats.</summary>
/// <remarks>
/// Minimises C Σ w ℓ + ½ Σ β² with the log loss ℓ and the weight w of each case; intercepts are not penalised. That is scikit-learn's
/// <c>LogisticRegression</c>. Two classes have one row of coefficients, for the second class; more have one row each (softmax).
/// </remarks>
public sealed class LogisticRegression
{
    /// <summary>Takes what was fitted before.</summary>
    /// <param name="coefficients">(row, feature).</param>
    /// <param name="intercepts">One for each row.</param>
    public LogisticRegression(IReadOnlyList<double[]> coefficients, IReadOnlyList<double> intercepts)
    {
        if (coefficients.Count == 0 || coefficients.Count != intercepts.Count || coefficients.Any(row => row.Length != coefficients[0].Length))
            throw new ArgumentException("There must be at least one row of coefficients, all of one length, and an intercept for each.", nameof(coefficients));
        (Coefficients, Intercepts) = (coefficients, intercepts);
    }

    /// <summary>(row, feature): one row for two classes, else one for each class.</summary>
    public IReadOnlyList<double[]> Coefficients { get; }

    /// <summary>One for each row.</summary>
    public IReadOnlyList<double> Intercepts { get; }

    /// <summary>Number of features.</summary>
    public int Features => Coefficients[0].Length;

    /// <summary>Number of classes, at least 2.</summary>
    public int Classes => Coefficients.Count == 1 ? 2 : Coefficients.Count;

    /// <summary>Fits the coefficients; the same cases give the same bits.</summary>
    /// <param name="cases">Features, classes and weights.</param>
    /// <param name="inverseRegularisation">C, above 0: the larger, the weaker the penalty.</param>
    /// <exception cref="ArgumentException">A class has no case, a feature is not finite, or sizes do not agree.</exception>
    /// <exception cref="InvalidOperationException">The method did not converge, which takes extreme features and an extreme C.</exception>
    public static LogisticRegression Fit(LabelledFeatures cases, double inverseRegularisation = 1) => Fit(cases, inverseRegularisation, out _);

    /// <summary>The probability of each class, in order; they add up to 1.</summary>
    /// <param name="features">As many as the fit had.</param>
    public double[] Probabilities(ReadOnlySpan<double> features)
    {
        if (features.Length != Features)
            throw new ArgumentException($"The regression was fitted on {Features} features, and here are {features.Length}.", nameof(features));
        var probabilities = new double[Classes];
        Softmax.Scores(Coefficients, Intercepts, features, probabilities);
        Softmax.Normalise(probabilities);
        return probabilities;
    }

    internal static LogisticRegression Fit(LabelledFeatures cases, double inverseRegularisation, out int steps)
    {
        if (!(inverseRegularisation > 0 && double.IsFinite(inverseRegularisation)))
            throw new ArgumentException($"C must be a number above 0; it is {inverseRegularisation}.", nameof(inverseRegularisation));
        cases.Check();
        return new NewtonFit(cases, inverseRegularisation).Run(out steps);
    }
}
