namespace Framework.Components.Ensembles;

/// <summary>The weights of a mixture under which what was seen is likeliest.</summary>
internal static class MixtureWeights
{
    private const int GreatestSteps = 100_000;
    private const double Tolerance = 1e-12;
    private const double Least = 1e-15; // as log loss has it: a stage that was certain and wrong is not infinitely wrong

    /// <summary>Expectation maximisation from equal weights, to convergence; each step lowers the loss.</summary>
    /// <param name="likelihoods">(observation)(component): what each component held likely of it, 0 to 1; at least one observation.</param>
    /// <param name="steps">How many steps it took.</param>
    /// <param name="loss">The mean negative logarithm of what the mixture held likely.</param>
    /// <returns>At least 0, adding up to 1.</returns>
    public static double[] Fit(IReadOnlyList<double[]> likelihoods, out int steps, out double loss)
    {
        var count = likelihoods[0].Length;
        var weights = Enumerable.Repeat(1.0 / count, count).ToArray();
        for (steps = 1; steps <= GreatestSteps; steps++)
        {
            var next = new double[count];
            foreach (var row in likelihoods)
            {
                var sum = Mixture(weights, row);
                for (var k = 0; k < count; k++)
                    next[k] += weights[k] * Math.Max(row[k], Least) / sum / likelihoods.Count;
            }

            var change = weights.Zip(next, (old, now) => Math.Abs(now - old)).Max();
            weights = next;
            if (change < Tolerance)
                break;
        }

        var found = weights;
        loss = likelihoods.Average(row => -Math.Log(Mixture(found, row)));
        return weights;
    }

    private static double Mixture(double[] weights, double[] row)
    {
        var sum = 0.0;
        for (var k = 0; k < row.Length; k++)
            sum += weights[k] * Math.Max(row[k], Least);
        return sum;
    }
}
