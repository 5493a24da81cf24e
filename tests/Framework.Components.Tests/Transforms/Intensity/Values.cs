namespace Framework.Components.Tests.Transforms.Intensity;

/// <summary>Images of arbitrary values for intensity transforms.</summary>
internal static class Values
{
    /// <summary>An image of values evenly drawn from -100 to 300.</summary>
    public static Image Random(int[] shape, ulong seed = 1, Geometry? geometry = null)
    {
        var image = new SampleWorkspace().Allocate(shape, geometry: geometry);
        var random = new RandomStream(seed);
        foreach (ref var value in image.Pixels)
            value = (float)random.Uniform(-100, 300);
        return image;
    }

    public static Sample SampleOf(Image image) => new(new Case { Id = "a", Subject = "s", Labels = [] }, image);

    public static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
