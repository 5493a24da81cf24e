using Framework.Components.Data.Series;
using Framework.Components.Data.Volumes;
using Framework.Components.Phantoms;
using Framework.Components.Phantoms.Heads;
using Framework.Components.Tests.Models;

namespace Framework.Components.Tests.Phantoms;

public sealed class HeadTests : IDisposable
{
    private static readonly HypotensionSigns Severe = new(1, 1, 1, 1, 0);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Head_WithSigns_NarrowsTheCisterns()
    {
        var (healthy, ill) = (Draw(HypotensionSigns.None), Draw(Severe));

        Assert.InRange(healthy.SuprasellarCistern, 6, 8);
        Assert.InRange(ill.SuprasellarCistern, 0.8, 3);
        Assert.Equal(healthy.PrepontineCistern - 5, ill.PrepontineCistern, 10);
        Assert.Equal(healthy.MamillopontineDistance - 5, ill.MamillopontineDistance, 10);
    }

    [Fact]
    public void Brightness_OfTheDura_RisesWithTheSign()
    {
        var (healthy, ill) = (Draw(HypotensionSigns.None), Draw(Severe));

        Assert.True(Shell(ill) > Shell(healthy) + 0.05, $"{Shell(ill)} is not far above {Shell(healthy)}");
    }

    [Fact]
    public void Brightness_WithoutContrast_HasDarkVessels()
    {
        var head = Draw(HypotensionSigns.None);

        Assert.True(Shell(head, hasContrast: true) > Shell(head, hasContrast: false));
    }

    [Fact]
    public void Measurements_OfTheSeverelyIll_AreTheScoresOwn()
    {
        var measured = HeadMeasurements.Of(Draw(Severe), new RandomStream(5), error: 0);

        Assert.True(measured is { SinusEngorgement: true, DuralEnhancement: true, SubduralFluid: false, SuprasellarCistern: < 4, PrepontineCistern: < 5, MamillopontineDistance: < 6.5 });
    }

    [Theory]
    [InlineData(MrPlane.Axial)]
    [InlineData(MrPlane.Coronal)]
    [InlineData(MrPlane.Sagittal)]
    public void Write_ASeries_ReadsBackWhereItWasDrawn(MrPlane plane)
    {
        var series = new MrSeries { Number = 1, Description = "T1", Plane = plane, Size = 40, Slices = 12, Pixel = 5.5, Spacing = 8, Centre = new Point(3, -2, 5) };
        var head = Draw(Severe);
        var scan = new MrScan(head, MrScanner.Two[0], "P1", new RandomStream(3));
        scan.Write(_folder.Path, series);
        scan.WriteDifference(Path.Combine(_folder.Path, "mask.nii.gz"), series, Draw(HypotensionSigns.None));
        using var workspace = new SampleWorkspace();

        var found = SeriesFinder.Find(_folder.Path, new IndexContext { CacheFolder = _folder.Path }).Series.Single();
        var volume = DicomVolume.Read(found, workspace, new DicomVolumeOptions());
        var mask = VolumeFile.Read(Path.Combine(_folder.Path, "mask.nii.gz"), "mask", workspace, new VolumeOptions());

        Assert.Equal(plane.ToString(), found.Summary.Plane.ToString());
        Assert.True(found.Summary.HasContrast);
        Assert.Equal(series.Geometry.Affine.ToArray(), volume.Geometry.Affine.ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(series.Geometry.Affine.ToArray(), mask.Geometry.Affine.ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.InRange(mask.Pixels.ToArray().Average(), 0.005, 0.2);
        Assert.Equal(BrightnessOf(head, series), volume.Pixels.ToArray().Average(value => value / MrScanner.Two[0].Gain), 0.05);
    }

    public void Dispose() => _folder.Dispose();

    private static Head Draw(HypotensionSigns signs) => new(new RandomStream(7), signs);

    private static double BrightnessOf(Head head, MrSeries series) =>
        Enumerable.Range(0, series.Slices * series.Size * series.Size).Average(i =>
        {
            var (line, x) = Math.DivRem(i, series.Size);
            var (z, y) = Math.DivRem(line, series.Size);
            var place = series.Geometry.ToPatient(new VoxelPoint(x, y, z));
            return head.Brightness(head.ToHead(new Point(-place.X, -place.Y, place.Z)), series.Pixel);
        });

    // The mean of the outermost centimetre of the upper half of the brain.
    private static double Shell(Head head, bool hasContrast = true)
    {
        var brain = new Ellipsoid(default, new Point(60, 75, 62));
        var directions = Enumerable.Range(0, 2000).Select(i => new RandomStream(11).Derive(i)).Select(random => new Point(random.Normal(), random.Normal(), Math.Abs(random.Normal())));
        return directions.SelectMany(direction => Enumerable.Range(0, 20).Select(mm => brain.Surface(direction) * (1 + (mm / 120.0)))).Average(at => head.Brightness(at, 1, hasContrast));
    }
}
