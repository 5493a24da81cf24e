using Framework.Components.Data.Series;
using Framework.Plugins.Sih.Slices;
using Framework.Sdk;

namespace Framework.Plugins.Sih.Tests;

public sealed class KeySliceTests : IDisposable
{
    private const int Size = 64;
    private const int Depth = 20;

    // Slices upwards: x to the left and y to the back make the first two diagonal elements of a RAS affine negative.
    private static readonly double[] Upwards = [-3, 0, 0, 96, 0, -3, 0, 96, 0, 0, 6, -60, 0, 0, 0, 1];
    private static readonly double[] Downwards = [-3, 0, 0, 96, 0, -3, 0, 96, 0, 0, -6, 60, 0, 0, 0, 1];

    private readonly SampleWorkspace _workspace = new();

    [Fact]
    public void Choose_ABrightShell_IsTaken()
    {
        var search = new KeySliceSearch(Axial(0.3, 0.9));

        var chosen = search.Choose(search.Look(Volume(Upwards, brightShell: 12)));

        Assert.Equal(12, chosen.Index);
        Assert.Equal((12 - 2) / 15.0, chosen.Position, 10); // slices 2 to 17 show the head
    }

    [Fact]
    public void Choose_ABrightShellBeyondTheWindow_IsNotTaken()
    {
        var search = new KeySliceSearch(Axial(0.3, 0.5));

        var seen = search.Look(Volume(Upwards, brightShell: 12));

        Assert.InRange(search.Choose(seen).Position, 0.3, 0.5);
        Assert.True(double.IsNaN(seen.Single(slice => slice.Index == 12).Score));
    }

    [Fact]
    public void Look_SlicesFromTheTop_CountsFromTheLowestAllTheSame()
    {
        var search = new KeySliceSearch(Axial(0, 1));

        Assert.Equal(search.Look(Volume(Upwards, 12)).Select(Position), search.Look(Volume(Downwards, 12)).Select(Position).Reverse());

        static double Position(KeySlice slice) => Math.Round(slice.Position, 9);
    }

    [Fact]
    public void Look_BrightSkin_IsNoEnhancement()
    {
        var search = new KeySliceSearch(Axial(0, 1));
        var volume = Volume(Upwards, brightShell: 12);
        Paint(volume, 5, from: 29, to: 31, 10); // up to 6 mm below the skin

        Assert.Equal(12, search.Choose(search.Look(volume)).Index);
    }

    [Fact]
    public void Look_AnotherPlane_IsRefused() =>
        Assert.Contains("are axial, and they are not", Assert.Throws<DataFormatException>(() => new KeySliceSearch(Axial(0, 1)).Look(Volume([0, 0, 6, 0, -3, 0, 0, 0, 0, -3, 0, 0, 0, 0, 0, 1], 12))).Message);

    [Fact]
    public void Look_Air_IsRefused() =>
        Assert.Contains("finds no head", Assert.Throws<DataFormatException>(() => new KeySliceSearch(Axial(0, 1)).Look(Empty(Upwards))).Message);

    [Fact]
    public void Apply_AVolume_GivesTheSlice()
    {
        var sample = new Sample(new Case { Id = "a", Subject = "a", Labels = [] }, Volume(Upwards, 12));

        var slice = new KeySliceTransform(Axial(0.3, 0.9)).Apply(sample, new TransformContext(_workspace, new RandomStream(1), Phase.Evaluate)).Image;

        Assert.Equal([1, Size, Size], slice.Shape.ToArray());
        Assert.Equal(12 * 6 - 60, slice.Geometry.ToPatient(default).Z, 6);
    }

    public void Dispose() => _workspace.Dispose();

    private static KeySliceOptions Axial(double from, double to) => new() { Plane = SeriesPlane.Axial, From = from, To = to };

    private Image Empty(double[] affine)
    {
        var image = _workspace.Allocate([1, Depth, Size, Size], geometry: new Geometry(affine));
        image.Pixels.Clear();
        return image;
    }

    // A disc of radius 30 pixels in slices 2 to 17, with a ring 12 to 18 mm below its rim in one of them.
    private Image Volume(double[] affine, int brightShell)
    {
        var volume = Empty(affine);
        for (var z = 2; z < 18; z++)
            Paint(volume, z, 0, 30, 1);
        Paint(volume, brightShell, 24, 26, 3);
        return volume;
    }

    private static void Paint(Image volume, int z, double from, double to, float value)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var radius = Math.Sqrt(Math.Pow(x - 31.5, 2) + Math.Pow(y - 31.5, 2));
                if (radius >= from && radius <= to)
                    volume.Pixels[(((z * Size) + y) * Size) + x] = value;
            }
        }
    }
}
