using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

public abstract partial class TransformContract
{
    private const string BlobName = "blob";
    private const string MaskName = "mask";
    private const double BlobWidth = 4;
    private const double BallRadius = 8;

    // An oblique grid with unequal spacing, so that a swapped or forgotten axis cannot go unnoticed.
    private static readonly Geometry Oblique = new([0.6, 0.08, 0.1, -20, -0.05, 0.9, -0.2, 35, 0.02, 0.15, 2.5, 7, 0, 0, 0, 1]);

    /// <summary>What lay at a place in the patient still lies there: pixels and geometry move together, in every image of the sample.</summary>
    /// <remarks>An image whose values are a straight line over the patient's coordinates must still be that line, away from the edges.</remarks>
    [Fact]
    public void Apply_ImageOfAStraightLine_IsStillThatLineInThePatient()
    {
        foreach (var shape in Bodies)
        {
            using var workspace = new SampleWorkspace();
            var ramp = workspace.Allocate([1, .. shape], geometry: Oblique);
            ForEachVoxel(ramp, (at, place) => ramp.Pixels[at] = (float)Line(place));
            var sample = Annotate(Fill(workspace, [Channels, .. shape]), workspace).With(ramp, RampName);
            var result = Apply(Create(), sample, workspace, seed: 11);
            Assert.Equal(result.Image.Geometry.Affine.ToArray(), result[RampName].Geometry.Affine.ToArray());
            ForEachVoxel(result[RampName], (at, place) =>
            {
                if (BendsThePatient || !IsInside(result[RampName], at))
                    return;
                Assert.Equal(Line(place), result[RampName].Pixels[at], 0.02);
            });
        }
    }

    /// <summary>Image, mask, box and landmark move together: a blob at a landmark stays under it, and the box still holds the mask.</summary>
    [Fact]
    public void Apply_BlobAtALandmark_StaysUnderTheLandmarkAndInItsBox()
    {
        foreach (var shape in Bodies)
        {
            using var workspace = new SampleWorkspace();
            var result = Apply(Create(), Annotate(Fill(workspace, [Channels, .. shape]), workspace), workspace, seed: 12);
            foreach (var landmark in result.Landmarks.Where(landmark => landmark.Name == BlobName))
            {
                Assert.InRange((Centroid(result[BlobName]) - landmark.Place).Length, 0, Reach(result[BlobName]));
                Assert.InRange((Centroid(result[MaskName]) - landmark.Place).Length, 0, Reach(result[MaskName]));
                AssertHolds(Assert.Single(result.Boxes), result[MaskName]);
            }
        }
    }

    private protected Sample Fill(SampleWorkspace workspace, int[] shape)
    {
        var image = workspace.Allocate(shape, geometry: Oblique, encoding: Encoding);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = (i * 7919) % 2048;
        return Complete(new Sample(new Case { Id = "case", Subject = "subject", Labels = [] }, image), workspace);
    }

    // A round blob and a ball in the middle of the image, with a box about the ball; landmarks above and below give it a direction.
    private static Sample Annotate(Sample sample, SampleWorkspace workspace)
    {
        var grid = VoxelGrid.Of(sample.Image);
        var center = grid.Geometry.ToPatient(new VoxelPoint(grid.Width / 2, grid.Height / 2, grid.Depth / 2));
        var (blob, mask) = (workspace.Allocate(grid.Shape(1), sample.Image), workspace.Allocate(grid.Shape(1), sample.Image));
        ForEachVoxel(blob, (at, place) =>
        {
            var distance = (place - center).Length;
            blob.Pixels[at] = (float)Math.Exp(-distance * distance / (2 * BlobWidth * BlobWidth));
            mask.Pixels[at] = distance < BallRadius ? 1 : 0;
        });
        var extent = new Geometry([2 * BallRadius, 0, 0, center.X - BallRadius, 0, 2 * BallRadius, 0, center.Y - BallRadius, 0, 0, 2 * BallRadius, center.Z - BallRadius, 0, 0, 0, 1]);
        var up = new PatientPoint(1, -3, 30);
        return sample.With(blob, BlobName).With(mask, MaskName)
            .With((IReadOnlyList<Box>)[new Box("ball", extent)])
            .With((IReadOnlyList<Landmark>)[new Landmark("above", center + up), new Landmark(BlobName, center), new Landmark("below", center - up)]);
    }

    private static PatientPoint Centroid(Image image)
    {
        var (sum, weight) = (default(PatientPoint), 0.0);
        ForEachVoxel(image, (at, place) => (sum, weight) = (sum + (image.Pixels[at] * place), weight + image.Pixels[at]));
        Assert.True(weight > 0, "nothing of the blob is left on the image");
        return 1 / weight * sum;
    }

    // Of a ball that is cut into voxels, and perhaps bent, the middle is known to about this.
    private static double Reach(Image image) => 0.6 * Math.Max(image.Geometry.Spacing.X, Math.Max(image.Geometry.Spacing.Y, image.Geometry.Spacing.Z));

    private static void AssertHolds(Box box, Image mask)
    {
        var on = box.On(VoxelGrid.Of(mask));
        Assert.NotNull(on);
        for (var at = 0; at < mask.Length; at++)
        {
            var (x, y, z) = (at % mask.Width, at / mask.Width % mask.Height, at / mask.Width / mask.Height);
            if (mask.Pixels[at] != 0)
            {
                Assert.InRange(x + 0.5, on.Value.Low.X - 0.5, on.Value.High.X + 0.5);
                Assert.InRange(y + 0.5, on.Value.Low.Y - 0.5, on.Value.High.Y + 0.5);
                Assert.InRange(z + 0.5, on.Value.Low.Z - 0.5, on.Value.High.Z + 0.5);
            }
        }
    }

    private static double Line(PatientPoint place) => place.X + (0.7 * place.Y) + (0.4 * place.Z);

    private static void ForEachVoxel(Image image, Action<int, PatientPoint> act)
    {
        for (var at = 0; at < image.Length; at++)
        {
            var voxel = new VoxelPoint(at % image.Width, at / image.Width % image.Height, at / image.Width / image.Height % image.Depth);
            act(at, image.Geometry.ToPatient(voxel));
        }
    }

    private static bool IsInside(Image image, int at)
    {
        static bool InMiddle(int position, int size) => size < 3 || (position > size / 3 && position < size * 2 / 3);
        return InMiddle(at % image.Width, image.Width) && InMiddle(at / image.Width % image.Height, image.Height) && InMiddle(at / image.Width / image.Height % image.Depth, image.Depth);
    }
}
