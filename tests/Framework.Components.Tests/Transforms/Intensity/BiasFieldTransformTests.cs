using Framework.Components.Tests.Transforms.Spatial;
using Framework.Components.Transforms.Intensity;
using Framework.Sdk.Testing;
using Framework.Tests.Shared;

namespace Framework.Components.Tests.Transforms.Intensity;

public sealed class BiasFieldTransformTests : TransformContract
{
    protected override ITransform Create() => new BiasFieldTransform(new BiasFieldOptions { Coefficients = new(-0.3, 0.3) });

    [SharedDataFact]
    public void Apply_MonaisCoefficients_GivesMonaisVoxels()
    {
        using var workspace = new SampleWorkspace();
        var coefficients = Array.ConvertAll(OracleNumbers.Uniform(6_000_000, 20), number => number * 0.1);
        new MonaiVolume().AssertAgrees("bias_field_degree_3", new BiasField(3, coefficients).Apply(MonaiVolume.Image(), workspace));
    }

    // P2(x) = (3 x^2 - 1) / 2 and P1(y) = y; the terms of degree 2 in 2-D are 1, y, y2, x, xy, x2.
    [Fact]
    public void Apply_EachTermOfASlice_IsItsPolynomial()
    {
        using var workspace = new SampleWorkspace();
        Func<double, double, double>[] terms = [(_, _) => 1, (_, y) => y, (_, y) => Second(y), (x, _) => x, (x, y) => x * y, (x, _) => Second(x)];
        var image = Values.Random([2, 5, 19]);
        for (var term = 0; term < terms.Length; term++)
        {
            var coefficients = new double[terms.Length];
            coefficients[term] = 0.7;
            var expected = Enumerable.Range(0, image.Length).Select(i => image.Pixels[i] * Math.Exp(0.7 * terms[term]((i % 19 / 9.0) - 1, (i / 19 % 5 / 2.0) - 1)));
            Values.AssertClose(expected.ToArray(), new BiasField(2, coefficients).Apply(image, workspace).Pixels, 1e-3);
        }
    }

    [Theory]
    [InlineData(3, 3, 20)]
    [InlineData(3, 2, 10)]
    [InlineData(1, 3, 4)]
    public void Terms_OfADegree_AreThoseOfTheWholePolynomial(int degree, int dimensions, int count) =>
        Assert.Equal(count, BiasField.Terms(degree, dimensions).Distinct().Count(term => term.X + term.Y + term.Z <= degree));

    [Fact]
    public void Apply_ChannelsOfAVolume_GetOneField()
    {
        var image = Values.Random([2, 4, 5, 6]);
        image.Channel(0).CopyTo(image.Channel(1));
        var result = Apply.To(Create(), Values.SampleOf(image)).Image;
        Assert.Equal(result.Channel(0).ToArray(), result.Channel(1).ToArray());
        Assert.NotEqual(image.Channel(0).ToArray(), result.Channel(0).ToArray());
    }

    private static double Second(double x) => ((3 * x * x) - 1) / 2;
}
