using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Tests.Transforms.Spatial;

/// <summary>Forward, then back to the scan's own grid.</summary>
public sealed class ReturnToGridTests : IDisposable
{
    private static readonly Geometry Oblique = new([0.9, 0.1, 0.05, -20.3, -0.08, 1.1, -0.2, 35.7, 0.02, 0.15, 1.4, 7.1, 0, 0, 0, 1]);

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void ReturnToGrid_AfterWholeVoxelMoves_IsExact()
    {
        var image = Reference.Random([1, 11, 14, 17], 1, Oblique);
        ITransform[] chain =
        [
            new OrientTransform(new OrientOptions { Axes = AxisCode.Parse("PIR") }),
            new FlipTransform(new FlipOptions { Axis = Axis.Y, Probability = 1 }),
            new PadTransform(new PadOptions { Size = [24, 24, 24] }),
            new FlipTransform(new FlipOptions { Axis = Axis.Z, Probability = 1 }),
        ];
        Assert.Equal(image.Pixels.ToArray(), Back(image, chain).Pixels.ToArray());
    }

    [Fact]
    public void ReturnToGrid_AfterCrop_IsExactInsideAndZeroOutside()
    {
        var image = Reference.Random([1, 11, 14, 17], 2, Oblique);
        var back = Back(image, [new CropTransform(new CropOptions { Size = [5, 6, 7] })]);
        for (var i = 0; i < image.Length; i++)
        {
            var inside = i % 17 is >= 5 and < 12 && i / 17 % 14 is >= 4 and < 10 && i / 17 / 14 is >= 3 and < 8;
            Assert.Equal(inside ? image.Pixels[i] : 0, back.Pixels[i]);
        }
    }

    // A smooth image comes back within what two linear interpolations take off it: h^2/8 of its second derivative each.
    [Fact]
    public void ReturnToGrid_AfterSlantedMoves_IsWithinInterpolationError()
    {
        var image = _workspace.Allocate([1, 40, 44, 48], geometry: Oblique);
        for (var i = 0; i < image.Length; i++)
        {
            var place = Oblique.ToPatient(new VoxelPoint(i % 48, i / 48 % 44, i / 48 / 44));
            image.Pixels[i] = (float)(Math.Sin(place.X / 8) + Math.Cos(place.Y / 8) + Math.Sin(place.Z / 8));
        }

        ITransform[] chain =
        [
            new SpacingTransform(new SpacingOptions { Millimetres = [1, 1, 1] }),
            new AffineTransform(new AffineOptions { Rotate = [new(0.2, 0.2), new(-0.1, -0.1), new(0.15, 0.15)], Scale = [new(1.1, 1.1), new(0.95, 0.95), new(1.05, 1.05)], Padding = Edge.Border }),
            new PadTransform(new PadOptions { Multiple = [16, 16, 16] }),
            new FlipTransform(new FlipOptions { Axis = Axis.X, Probability = 1 }),
        ];
        var back = Back(image, chain);
        for (var i = 0; i < image.Length; i++)
        {
            if (i % 48 is > 14 and < 33 && i / 48 % 44 is > 14 and < 30 && i / 48 / 44 is > 14 and < 26)
                Assert.Equal(image.Pixels[i], back.Pixels[i], 0.04);
        }
    }

    [Fact]
    public void ReturnToGrid_GeometryInOnePlane_SaysWhatToCorrect()
    {
        var flat = _workspace.Allocate([1, 2, 2], geometry: new Geometry([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
        var error = Assert.Throws<DataFormatException>(() => SpatialTransforms.ReturnToGrid(flat, VoxelGrid.Of(flat), _workspace));
        Assert.Equal("the image's axes lie in one plane of the patient, so that places cannot be told apart. Correct the orientation or spacing in its header.", error.Message);
    }

    private Image Back(Image image, ITransform[] chain)
    {
        var sample = new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image);
        foreach (var transform in chain)
            sample = transform.Apply(sample, new TransformContext(_workspace, new RandomStream(1), Phase.Train));
        sample.Settle();
        var back = SpatialTransforms.ReturnToGrid(sample.Image, VoxelGrid.Of(image), _workspace);
        Assert.Equal(image.Geometry.Affine.ToArray(), back.Geometry.Affine.ToArray());
        return back;
    }
}
