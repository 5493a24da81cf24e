using FellowOakDicom;
using FellowOakDicom.IO.Buffer;
using Framework.Components.Data.Series;

namespace Framework.Components.Tests.Data.Series;

public sealed class DicomVolumeTests : IDisposable
{
    private static readonly SliceFile Slice = new();
    private readonly SeriesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Read_AnyNumberOfThreads_StacksSlicesByPosition(int threads)
    {
        _folder.WriteStack(Slice, 30, 10, 20);
        var volume = _folder.Read(_folder.Single(), new DicomVolumeOptions { Threads = threads });
        Assert.Equal([1, 3, 2, 3], volume.Shape.ToArray());
        Assert.Equal(new float[] { 100, 200, 300 }.SelectMany(value => Enumerable.Repeat(value, 6)), volume.Pixels.ToArray());
        Assert.Equal(new PixelEncoding { Modality = "CT" }, volume.Encoding);
    }

    [Fact]
    public void Read_RescaleThatVariesBetweenSlices_AppliesEachItsOwn()
    {
        for (var i = 0; i < 3; i++)
        {
            var rescale = new Dictionary<DicomTag, object> { [DicomTag.RescaleSlope] = $"{i + 0.5}", [DicomTag.RescaleIntercept] = $"{-10 * i}" };
            _folder.Write($"{i}.dcm", Slice with { Number = i, Modality = "PT", Position = (0, 0, i), Extra = rescale });
        }

        float[] expected = [.. Enumerable.Range(0, 3).SelectMany(i => Enumerable.Range(0, 6).Select(stored => (float)((stored * (i + 0.5)) - (10 * i))))];
        Assert.Equal(expected, _folder.Read(_folder.Single()).Pixels.ToArray());
    }

    [Fact]
    public void Read_Padding_BecomesWhatTheOptionSays()
    {
        var padding = new Dictionary<DicomTag, object>
        {
            [DicomTag.PixelPaddingValue] = new DicomSignedShort(DicomTag.PixelPaddingValue, -2000),
            [DicomTag.PixelPaddingRangeLimit] = new DicomSignedShort(DicomTag.PixelPaddingRangeLimit, -1990),
            [DicomTag.RescaleSlope] = "2",
            [DicomTag.RescaleIntercept] = "-1024",
        };
        _folder.Write("a.dcm", Slice with { Stored = [-2001, -2000, -1995, -1990, -1989, 500], Extra = padding });
        var series = _folder.Single();
        Assert.Equal([-5026, -1000, -1000, -1000, -5002, -24], _folder.Read(series, new DicomVolumeOptions { Padding = -1000 }).Pixels.ToArray());
        Assert.Equal([-5026, -5024, -5014, -5004, -5002, -24], _folder.Read(series).Pixels.ToArray());
    }

    [Theory]
    [InlineData("MR", new float[] { -1, -2, -3, -4, -5, -6 })]
    [InlineData("CT", new float[] { 0, 1, 2, 3, 4, 5 })]
    public void Read_LeastIsBrightest_IsTurnedOverUnlessValuesAreMeasurements(string modality, float[] expected)
    {
        _folder.Write("a.dcm", Slice with { Modality = modality, Extra = new Dictionary<DicomTag, object> { [DicomTag.PhotometricInterpretation] = "MONOCHROME1" } });
        Assert.Equal(expected, _folder.Read(_folder.Single()).Pixels.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Read_EnhancedMultiFrame_PlacesAndRescalesEachFrame(int threads)
    {
        _folder.Write("enhanced.dcm", Enhanced(frames: 4));
        var series = _folder.Single();
        // Frames are stored from head to feet: the last one is the lowest.
        Assert.Equal([3, 2, 1, 0], series.Slices.Select(slice => slice.Frame));
        Assert.Equal([-0.25, 0, 0, 100, 0, -0.4, 0, 110, 0, 0, 5, -15, 0, 0, 0, 1], series.Geometry.Affine.ToArray());
        Assert.Equal(5, series.Summary.Thickness);
        var volume = _folder.Read(series, new DicomVolumeOptions { Threads = threads });
        Assert.Equal(new float[] { 33, 22, 11, 0 }.SelectMany(value => Enumerable.Repeat(value - 1000, 6)), volume.Pixels.ToArray());
    }

    [Fact]
    public void Find_EnhancedMultiFrameWithTwoEchoes_GivesTwoVolumes()
    {
        _folder.Write("enhanced.dcm", Enhanced(frames: 4, echoes: 2));
        var found = _folder.Find();
        Assert.Empty(found.Problems);
        Assert.Equal(["2 0", "3 1"], found.Series.Select(series => string.Join(' ', series.Slices.Select(slice => slice.Frame))));
        Assert.Equal([0, 22], new[] { _folder.Read(found.Series[0]).Pixels[^1] + 1000, _folder.Read(found.Series[0]).Pixels[0] + 1000 });
    }

    [Theory]
    [InlineData(0, "enhanced.dcm: it has 4 frames and no functional groups (5200,9230), so it does not say where each of them lies. ")]
    [InlineData(3, "enhanced.dcm: it has 4 frames and describes 3 of them. ")]
    public void Find_MultiFrameThatDoesNotPlaceItsFrames_IsAProblem(int described, string problem)
    {
        _folder.Write("enhanced.dcm", Enhanced(frames: 4, described: described));
        Assert.StartsWith(problem, Assert.Single(_folder.Find().Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileGoneOrChangedSinceItWasIndexed_NamesIt()
    {
        _folder.WriteStack(Slice, 0, 2, 4);
        var series = _folder.Single();
        _folder.Write("b.dcm", Slice with { Size = (4, 4) });
        Assert.Equal("b.dcm: it has 4 x 4 pixels, and 2 x 3 when it was indexed. Index the folder again.", Assert.Throws<DataFormatException>(() => _folder.Read(series)).Message);
        File.Delete(Path.Combine(_folder.Root, "b.dcm"));
        Assert.Equal("b.dcm: there is no such file. Copy it to the data's root, or remove its row from the table.", Assert.Throws<DataFormatException>(() => _folder.Read(series)).Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1e999")]
    public void Read_RescaleSlopeThatIsNone_NamesTheFile(string slope)
    {
        _folder.Write("a.dcm", Slice with { Extra = new Dictionary<DicomTag, object> { [DicomTag.RescaleSlope] = slope } });
        Assert.StartsWith("a.dcm: its rescale slope is ", Assert.Throws<DataFormatException>(() => _folder.Read(_folder.Single())).Message, StringComparison.Ordinal);
    }

    internal static SliceFile Enhanced(int frames, int echoes = 1, int? described = null)
    {
        short[] stored = [.. Enumerable.Range(0, frames).SelectMany(frame => Enumerable.Repeat((short)(frame * 11), 6))];
        var shared = new DicomDataset
        {
            new DicomSequence(DicomTag.PlaneOrientationSequence, new DicomDataset { { DicomTag.ImageOrientationPatient, "1", "0", "0", "0", "1", "0" } }),
            new DicomSequence(DicomTag.PixelMeasuresSequence, new DicomDataset { { DicomTag.PixelSpacing, "0.4", "0.25" }, { DicomTag.SliceThickness, "5" } }),
            new DicomSequence(DicomTag.PixelValueTransformationSequence, new DicomDataset { { DicomTag.RescaleSlope, "1" }, { DicomTag.RescaleIntercept, "-1000" } }),
        };
        var own = Enumerable.Range(0, described ?? frames).Select(frame => new DicomDataset
        {
            new DicomSequence(DicomTag.PlanePositionSequence, new DicomDataset { { DicomTag.ImagePositionPatient, "-100", "-110", $"{-5 * (frame / echoes)}" } }),
            new DicomSequence(DicomTag.MREchoSequence, new DicomDataset { { DicomTag.EffectiveEchoTime, 2.5 * (1 + (frame % echoes)) } }),
        });
        var extra = new Dictionary<DicomTag, object>
        {
            [DicomTag.SOPClassUID] = "1.2.840.10008.5.1.4.1.1.4.1",
            [DicomTag.NumberOfFrames] = $"{frames}",
            [DicomTag.ImagePositionPatient] = "",
            [DicomTag.ImageOrientationPatient] = "",
            [DicomTag.PixelSpacing] = "",
            [DicomTag.SliceThickness] = "",
            [DicomTag.SharedFunctionalGroupsSequence] = shared,
        };
        if (described != 0)
            extra[DicomTag.PerFrameFunctionalGroupsSequence] = own.ToArray();
        return Slice with { Modality = "MR", Stored = stored, Extra = extra };
    }
}
