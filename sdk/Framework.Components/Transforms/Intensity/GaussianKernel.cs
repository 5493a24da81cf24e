namespace Framework.Components.Transforms.Intensity;

/// <summary>Weights of a Gaussian's voxels along one axis.</summary>
internal static class GaussianKernel
{
    // Sigmas. Beyond them lie 0.006 % of the weight.
    private const double Reach = 4;

    /// <summary>The integral over each voxel from the farthest below to the farthest above, all together 1; a single 1 for no width.</summary>
    public static float[] Of(double sigma)
    {
        var tail = sigma > 0 ? (int)(Math.Max(sigma * Reach, 0.5) + 0.5) : 0;
        var weights = new double[(2 * tail) + 1];
        for (var i = -tail; i <= tail; i++)
            weights[i + tail] = tail == 0 ? 1 : Erf((i + 0.5) / (sigma * Math.Sqrt(2))) - Erf((i - 0.5) / (sigma * Math.Sqrt(2)));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, weight => (float)(weight / sum));
    }

    // 2 / sqrt(pi) exp(-x^2) times the sum of 2^n x^(2n+1) / (1 3 5 ... (2n+1)): all terms have one sign, so that none cancels another.
    private static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
            return Math.Sign(x);
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
            sum += term *= 2 * x * x / ((2 * n) + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
