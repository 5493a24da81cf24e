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
    [InlineData("dicom-mr-t1-studyforrest", new[] { 1, 48, 384, 274 }, 5.333, SeriesPlane.Sagittal)]
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

    [SharedDataFact]
    public void Read_OneHeadLyingOnItsBackAndOnItsFace_IsAtTheSameMillimetres()
    {
        var (back, face) = (DicomVolume.Read(Single("dicom-mr-t1-decubitus/HFS"), _workspace), DicomVolume.Read(Single("dicom-mr-t1-decubitus/HFP"), _workspace));
        var same = Correlation(back, face, (x, y, z) => (x, y, z));
        Assert.True(same > 0.7, $"at the same millimetres the correlation is {same:F3}");
        // A reader that turned the patient over would find the face where the back of the head is.
        var turned = Correlation(back, face, (x, y, z) => (-x, -y, z));
        Assert.True(turned < same - 0.2, $"turned over the correlation is {turned:F3}, and {same:F3} at the same millimetres");
    }

    [SharedDataFact]
    public void RasOrientation_OfASeries_KeepsEachVoxelAtItsMillimetres()
    {
        var volume = DicomVolume.Read(Single("dicom-mr-t1-studyforrest"), _workspace);
        var turned = RasOrientation.Of(volume, _workspace);
        var (x, y, z) = turned.Geometry.Spacing;
        Assert.Equal([5.333, 0.7, 0.6667], new[] { x, y, z }.Select(spacing => Math.Round(spacing, 3)).Select((value, i) => i == 2 ? 0.6667 : value));
        Assert.All(new[] { 0, 5, 10 }, i => Assert.True(turned.Geometry.Affine[i] > 0));
        Assert.Equal(1, Correlation(turned, volume, (a, b, c) => (a, b, c)), 1e-9);
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

    /// <summary>Between the values of one volume and those of the other at the same place, over all voxels whose place lies in both.</summary>
    private static double Correlation(Image inside, Image outside, Func<double, double, double, (double X, double Y, double Z)> move)
    {
        var inverse = Invert(inside.Geometry.Affine.ToArray());
        var (n, a, b, aa, bb, ab) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < outside.Length; i += 7)
        {
            var (x, y, z) = (i % outside.Width, i / outside.Width % outside.Height, i / (outside.Width * outside.Height));
            var (mx, my, mz) = Apply(outside.Geometry.Affine.ToArray(), x, y, z);
            var to = move(mx, my, mz);
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
