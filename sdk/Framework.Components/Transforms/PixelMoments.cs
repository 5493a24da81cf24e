namespace Framework.Components.Transforms;

/// <summary>Count, mean and sum of squared distances from the mean of many values.</summary>
/// <remarks>Two of them are put together by the pairwise formula of Chan, Golub and LeVeque (1983): no large sums of squares cancel.</remarks>
internal readonly record struct PixelMoments(double Count, double Mean, double Squares)
{
    /// <summary>Population standard deviation.</summary>
    public double Deviation => Math.Sqrt(Squares / Count);

    /// <summary>As plain numbers.</summary>
    public double[] Numbers => [Count, Mean, Squares];

    /// <summary>The moments of pixels.</summary>
    public static PixelMoments Of(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        var mean = values.Length == 0 ? 0 : sum / values.Length;
        var squares = 0.0;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return new PixelMoments(values.Length, mean, squares);
    }

    /// <summary>Several of them from <see cref="Numbers"/> in a row.</summary>
    public static PixelMoments[] Read(IReadOnlyList<double> numbers) =>
        [.. Enumerable.Range(0, numbers.Count / 3).Select(at => new PixelMoments(numbers[3 * at], numbers[(3 * at) + 1], numbers[(3 * at) + 2]))];

    /// <summary>The moments of both together.</summary>
    public PixelMoments With(PixelMoments other)
    {
        var count = Count + other.Count;
        if (count == 0)
            return this;
        var apart = other.Mean - Mean;
        return new PixelMoments(count, Mean + (apart * other.Count / count), Squares + other.Squares + (apart * apart * Count * other.Count / count));
    }
}
