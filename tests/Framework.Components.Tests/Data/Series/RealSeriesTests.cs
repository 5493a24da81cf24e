using System.Globalization;
using System.Text.Json;
using Framework.Components.Data.Series;
using Framework.Components.Data.Volumes;

namespace Framework.Components.Tests.Data.Series;

public sealed class RealSeriesTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("framework-").FullName;
    private readonly SampleWorkspace _workspace = new();

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_cache, recursive: true);
    }

    [SharedDataTheory]
    [InlineData("dicom-mr-t1-studyforrest", new[] { 1, 48, 384, 274 }, 5.333, SeriesPlane.Axial)]
    [InlineData("dicom-mr-t1-vs-seg", new[] { 1, 20, 512, 512 }, 9.0, SeriesPlane.Axial)]
    [InlineData("dicom-mr-t1-decubitus/HFS", new[] { 1, 35, 256, 256 }, 4.8, SeriesPlane.Sagittal)]
    [InlineData("dicom-mr-t1-decubitus/HFP", new[] { 1, 7, 256, 256 }, 24.0, SeriesPlane.Sagittal)]
    public void Read_PublishedSeries_HasItsShapeSpacingAndPixels(string folder, int[] shape, double spacing, SeriesPlane plane)
    {
        var series = Single(folder);
        Assert.Equal(spacing, series.Summary.Spacing, 1e-3);
        Assert.Equal(spacing, series.Geometry.Spacing.Z, 1e-3);
        Assert.Equal(plane, series.Summary.Plane);
        var volume = DicomVolume.Read(series, _workspace);
        Assert.Equal(shape, volume.Shape.ToArray());
        var expected = Sums(folder);
        var area = volume.Width * volume.Height;
        for (var z = 0; z < series.Slices.Count; z++)
        {
            var sum = 0.0;
            foreach (var pixel in volume.Pixels.Slice(z * area, area))
                sum += pixel;
            Assert.Equal(expected[series.Slices[z].Path], sum);
        }
    }

    // The right eye, found by looking: column, row and slice of its middle. The head moved between the two scans, whose frames of reference
    // differ, so no voxel lies at the same millimetres; but the way from the eye to the skin must lead to front, back and top in both.
    [SharedDataTheory]
    [InlineData("dicom-mr-t1-decubitus/HFS", 48, 167, 24)]
    [InlineData("dicom-mr-t1-decubitus/HFP", 90, 157, 4)]
    public void Read_OneHeadLyingOnItsBackAndOnItsFace_HasFrontBackAndTopWhereTheyAre(string folder, int column, int row, int slice)
    {
        var volume = DicomVolume.Read(Single(folder), _workspace);
        var eye = Apply(volume.Geometry.Affine.ToArray(), column, row, slice);
        Assert.Equal(33.6, eye.X, 2.4); // the patient's right
        Assert.InRange(Extent(volume, eye, (0, 1, 0)), 15, 25); // cornea and lids
        Assert.InRange(Extent(volume, eye, (0, -1, 0)), 160, 175); // back of the head
        Assert.InRange(Extent(volume, eye, (0, 0, 1)), 60, 90); // top of the head
        Assert.InRange(Extent(volume, eye, (0, 0, -1)), 85, 130); // neck, as far as the picture goes
    }

    [SharedDataFact]
    public void RasOrientation_OfASeries_KeepsEachVoxelAtItsMillimetres()
    {
        var volume = DicomVolume.Read(Single("dicom-mr-t1-studyforrest"), _workspace);
        var turned = RasOrientation.Of(volume, _workspace);
        Assert.Equal([1, 48, 384, 274], turned.Shape.ToArray());
        Assert.All(new[] { 0, 5, 10 }, i => Assert.True(turned.Geometry.Affine[i] > 0));
        Assert.Equal(1, Correlation(turned, volume), 1e-9);
    }

    private DicomSeries Single(string folder)
    {
        var found = SeriesFinder.Find(SharedData.File("data", folder), new IndexContext { CacheFolder = _cache });
        Assert.Empty(found.Problems);
        Assert.Empty(found.LeftOut);
        return Assert.Single(found.Series);
    }

    private static Dictionary<string, double> Sums(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.File("data", folder, "expected.json")));
        return document.RootElement.EnumerateArray().ToDictionary(file => Path.GetFileName(file.GetProperty("file").GetString()!), file => file.GetProperty("pixels").GetProperty("sum").GetDouble());
    }

    /// <summary>How far tissue reaches from a place in a direction, millimetres.</summary>
    private static double Extent(Image volume, (double X, double Y, double Z) from, (double X, double Y, double Z) direction)
    {
        var inverse = Invert(volume.Geometry.Affine.ToArray());
        var reach = 0.0;
        for (var way = 0.0; way < 300; way++)
        {
            var at = Apply(inverse, from.X + (way * direction.X), from.Y + (way * direction.Y), from.Z + (way * direction.Z));
            var (x, y, z) = ((int)Math.Round(at.X), (int)Math.Round(at.Y), (int)Math.Round(at.Z));
            if (x < 0 || y < 0 || z < 0 || x >= volume.Width || y >= volume.Height || z >= volume.Depth)
                break;
            if (volume.Pixels[(((z * volume.Height) + y) * volume.Width) + x] > 150)
                reach = way;
        }

        return reach;
    }

    /// <summary>Between the values of one volume and those of the other at the same place, over all voxels whose place lies in both.</summary>
    private static double Correlation(Image inside, Image outside)
    {
        var (affine, inverse) = (outside.Geometry.Affine.ToArray(), Invert(inside.Geometry.Affine.ToArray()));
        var (n, a, b, aa, bb, ab) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < outside.Length; i += 7)
        {
            var (x, y, z) = (i % outside.Width, i / outside.Width % outside.Height, i / (outside.Width * outside.Height));
            var to = Apply(affine, x, y, z);
            var (vx, vy, vz) = Apply(inverse, to.X, to.Y, to.Z);
            var (ix, iy, iz) = ((int)Math.Round(vx), (int)Math.Round(vy), (int)Math.Round(vz));
            if (ix < 0 || iy < 0 || iz < 0 || ix >= inside.Width || iy >= inside.Height || iz >= inside.Depth)
                continue;
            var (p, q) = ((double)inside.Pixels[(((iz * inside.Height) + iy) * inside.Width) + ix], (double)outside.Pixels[i]);
            (n, a, b, aa, bb, ab) = (n + 1, a + p, b + q, aa + (p * p), bb + (q * q), ab + (p * q));
        }

        Assert.True(n > 10_000, n.ToString(CultureInfo.InvariantCulture));
        return ((n * ab) - (a * b)) / Math.Sqrt(((n * aa) - (a * a)) * ((n * bb) - (b * b)));
    }

    private static (double X, double Y, double Z) Apply(double[] m, double x, double y, double z) =>
        ((m[0] * x) + (m[1] * y) + (m[2] * z) + m[3], (m[4] * x) + (m[5] * y) + (m[6] * z) + m[7], (m[8] * x) + (m[9] * y) + (m[10] * z) + m[11]);

    // Cramer's rule for the 3x3 part, written out.
    private static double[] Invert(double[] m)
    {
        double Minor(int a, int b, int c, int d) => (m[a] * m[d]) - (m[b] * m[c]);
        var determinant = (m[0] * Minor(5, 6, 9, 10)) - (m[1] * Minor(4, 6, 8, 10)) + (m[2] * Minor(4, 5, 8, 9));
        double[] r =
        [
            Minor(5, 6, 9, 10), -Minor(1, 2, 9, 10), Minor(1, 2, 5, 6), 0,
            -Minor(4, 6, 8, 10), Minor(0, 2, 8, 10), -Minor(0, 2, 4, 6), 0,
            Minor(4, 5, 8, 9), -Minor(0, 1, 8, 9), Minor(0, 1, 4, 5), 0,
        ];
        for (var i = 0; i < 12; i++)
            r[i] /= determinant;
        for (var row = 0; row < 3; row++)
            r[(row * 4) + 3] = -((r[row * 4] * m[3]) + (r[(row * 4) + 1] * m[7]) + (r[(row * 4) + 2] * m[11]));
        return r;
    }
}
