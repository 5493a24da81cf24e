using System.Globalization;
using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

public abstract partial class TransformContract
{
    // An oblique grid with unequal spacing, so that a swapped or forgotten axis cannot go unnoticed.
    private static readonly Geometry Oblique = new([0.6, 0.08, 0.1, -20, -0.05, 0.9, -0.2, 35, 0.02, 0.15, 2.5, 7, 0, 0, 0, 1]);

    /// <summary>What lay at a place in the patient still lies there: pixels and geometry move together, in every image of the sample.</summary>
    /// <remarks>An image whose values are a straight line over the patient's coordinates must still be that line, away from the edges.</remarks>
    [Fact]
    public void Apply_ImageOfAStraightLine_IsStillThatLineInThePatient()
    {
        int[][] shapes = TakesVolumes ? [[1, 96, 64], [1, 5, 96, 64]] : [[1, 96, 64]];
        foreach (var shape in shapes)
        {
            using var workspace = new SampleWorkspace();
            var ramp = workspace.Allocate(shape, geometry: Oblique);
            ForEachVoxel(ramp, (at, place) => ramp.Pixels[at] = (float)place);
            var sample = Fill(workspace, [Channels, .. shape[1..]]).With(ramp, RampName);
            var result = Apply(Create(), sample, workspace, seed: 11);
            Assert.Equal(result.Image.Geometry.Affine.ToArray(), result[RampName].Geometry.Affine.ToArray());
            ForEachVoxel(result[RampName], (at, place) =>
            {
                if (IsInside(result[RampName], at))
                    Assert.Equal(place, result[RampName].Pixels[at], 0.02);
            });
        }
    }

    private Sample Fill(SampleWorkspace workspace, int[] shape)
    {
        var image = workspace.Allocate(shape, geometry: Oblique, encoding: Encoding);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = (i * 7919) % 2048;
        return new Sample(new Case { Id = "case", Subject = "subject", Labels = [] }, image);
    }

    private static string Snapshot(Sample sample) => string.Join('\n', sample.Images.Select(pair => string.Create(
        CultureInfo.InvariantCulture,
        $"{pair.Name} {string.Join(' ', pair.Image.Shape.ToArray())} {string.Join(' ', pair.Image.Geometry.Affine.ToArray())} {pair.Image.Encoding} {string.Join(' ', pair.Image.Pixels.ToArray())}")));

    private static void ForEachVoxel(Image image, Action<int, double> act)
    {
        var affine = image.Geometry.Affine.ToArray();
        for (var at = 0; at < image.Length; at++)
        {
            var (x, y, z) = (at % image.Width, at / image.Width % image.Height, at / image.Width / image.Height);
            double Coordinate(int row) => (affine[row * 4] * x) + (affine[(row * 4) + 1] * y) + (affine[(row * 4) + 2] * z) + affine[(row * 4) + 3];
            act(at, Coordinate(0) + (0.7 * Coordinate(1)) + (0.4 * Coordinate(2)));
        }
    }

    private static bool IsInside(Image image, int at)
    {
        var (x, y) = (at % image.Width, at / image.Width % image.Height);
        return x > image.Width / 3 && x < image.Width * 2 / 3 && y > image.Height / 3 && y < image.Height * 2 / 3;
    }
}
