using FellowOakDicom;
using Framework.Components.Data.Series;

namespace Framework.Components.Tests.Data.Series;

public sealed class SeriesFinderTests : IDisposable
{
    private const string Remedy = "Re-export the file, or set data.on_error: quarantine to leave such cases out.";
    private static readonly SliceFile Slice = new();
    private readonly SeriesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_SlicesNumberedAgainstTheirPositions_OrdersByPosition()
    {
        _folder.WriteStack(Slice, 30, 10, 20);
        var series = _folder.Single();
        Assert.Equal(["b.dcm", "c.dcm", "a.dcm"], series.Slices.Select(slice => slice.Path));
        Assert.Equal(10, series.Summary.Spacing);
        Assert.Equal(2, series.Summary.Thickness);
        Assert.Equal([-0.5, 0, 0, 0, 0, -0.8, 0, 0, 0, 0, 10, 10, 0, 0, 0, 1], series.Geometry.Affine.ToArray());
        Assert.Empty(series.Notes);
    }

    [Fact]
    public void Find_SagittalSlices_OrdersThemAlongTheirNormal()
    {
        for (var i = 0; i < 3; i++)
            _folder.Write($"{i}.dcm", Slice with { Number = i, Orientation = [0, 1, 0, 0, 0, -1], Position = (4 * i, -10, 50) });
        var series = _folder.Single();
        // Rows run to the back, columns to the feet; the normal is their product (-1, 0, 0), so slices are ordered from left to right.
        Assert.Equal(["2.dcm", "1.dcm", "0.dcm"], series.Slices.Select(slice => slice.Path));
        Assert.Equal([0, 0, 4, -8, -0.5, 0, 0, 10, 0, -0.8, 0, 50, 0, 0, 0, 1], series.Geometry.Affine.ToArray());
        Assert.Equal(SeriesPlane.Sagittal, series.Summary.Plane);
    }

    [Fact]
    public void Find_TiltedGantry_ShearsTheAffineAndSaysSo()
    {
        for (var i = 0; i < 4; i++)
            _folder.Write($"{i}.dcm", Slice with { Number = i, Position = (0, 3 * i, 4 * i) });
        var series = _folder.Single();
        Assert.Equal([0.0, -3, 4], new[] { 2, 6, 10 }.Select(i => series.Geometry.Affine[i]));
        Assert.Equal(4, series.Summary.Spacing);
        Assert.Equal(["its slices are tilted by 36.9 degrees against their direction, and its affine is sheared by as much"], series.Notes);
    }

    [Theory]
    [InlineData(new double[] { 0, 2, 4, 8, 10 }, "d.dcm: comes 4.00 mm after c.dcm where slices are 2.00 mm apart: 1 slice is missing between them. " + Remedy)]
    [InlineData(new double[] { 0, 2, 4, 6, 12 }, "e.dcm: comes 6.00 mm after d.dcm where slices are 2.00 mm apart: 2 slices are missing between them. " + Remedy)]
    [InlineData(new double[] { 0, 2, 4, 7, 9 }, "d.dcm: comes 3.00 mm after c.dcm where slices are 2.00 mm apart: the spacing of the series is uneven. " + Remedy)]
    [InlineData(new double[] { 0, 2, 2, 4, 6 }, "c.dcm: lies at the same place as b.dcm, and neither echo, time, b-value, image type nor acquisition tells them apart. " + Remedy)]
    public void Find_SlicesOutOfStep_NamesTheFile(double[] heights, string problem)
    {
        _folder.WriteStack(Slice, heights);
        var found = _folder.Find();
        Assert.Empty(found.Series);
        Assert.Equal([problem], found.Problems.Select(item => item.ToString()));
    }

    [Fact]
    public void Find_SliceBesideTheOthers_NamesIt()
    {
        for (var i = 0; i < 4; i++)
            _folder.Write($"{i}.dcm", Slice with { Number = i, Position = (i == 2 ? 1 : 0, 0, 4 * i) });
        Assert.Equal(["2.dcm: lies beside the line of the other 3 slices of its series. " + Remedy], _folder.Find().Problems.Select(item => item.ToString()));
    }

    public static TheoryData<string, string, string, string> TagsOfStacks => new()
    {
        { "00180081", "2.5", "80", "echo time" },
        { "00200100", "1", "2", "temporal position" },
        { "00200012", "1", "2", "acquisition number" },
        { "00080008", "ORIGINAL\\PRIMARY\\M", "ORIGINAL\\PRIMARY\\P", "image type" },
    };

    [Theory]
    [MemberData(nameof(TagsOfStacks))]
    public void Find_SeveralSlicesAtOnePlace_TellsThemApartByTheirTag(string tag, string first, string second, string name)
    {
        for (var i = 0; i < 6; i++)
        {
            var value = (i % 2 == 0 ? first : second).Split('\\');
            _folder.Write($"{i}.dcm", Slice with { Number = i, Modality = "MR", Position = (0, 0, i / 2), Extra = new Dictionary<DicomTag, object> { [DicomTag.Parse(tag)] = string.Join('\\', value) } });
        }

        var found = _folder.Find();
        Assert.Empty(found.Problems);
        Assert.Equal(["0.dcm 2.dcm 4.dcm", "1.dcm 3.dcm 5.dcm"], found.Series.Select(series => string.Join(' ', series.Slices.Select(slice => slice.Path))));
        Assert.Equal(["1.2.3", "1.2.3#2"], found.Series.Select(series => series.Summary.Id));
        Assert.All(found.Series, series => Assert.Equal([$"its series has several slices at each place, told apart by {name}"], series.Notes));
    }

    [Fact]
    public void Find_DiffusionValuesOfTwoTags_TellsThemApartByBoth()
    {
        for (var i = 0; i < 8; i++)
        {
            var b = new DicomFloatingPointDouble(DicomTag.DiffusionBValue, 500 * (i % 2));
            _folder.Write($"{i}.dcm", Slice with { Number = i, Position = (0, 0, i / 4), Extra = new Dictionary<DicomTag, object> { [DicomTag.DiffusionBValue] = b, [DicomTag.EchoTime] = i / 2 % 2 == 0 ? "2" : "4" } });
        }

        var found = _folder.Find();
        Assert.Equal(["0.dcm 4.dcm", "1.dcm 5.dcm", "2.dcm 6.dcm", "3.dcm 7.dcm"], found.Series.Select(series => string.Join(' ', series.Slices.Select(slice => slice.Path))));
        Assert.All(found.Series, series => Assert.Equal(["its series has several slices at each place, told apart by echo time and b-value"], series.Notes));
    }

    [Fact]
    public void Find_MixedSizesOrientationsAndFramesOfReference_GivesAStackOfEach()
    {
        _folder.WriteStack(Slice, 0, 2, 4, 6);
        for (var i = 0; i < 3; i++)
            _folder.Write($"large{i}.dcm", Slice with { Number = 10 + i, Size = (4, 4), Position = (0, 0, 2 * i) });
        for (var i = 0; i < 2; i++)
            _folder.Write($"moved{i}.dcm", Slice with { Number = 20 + i, Frame = "1.2.10", Position = (0, 0, 2 * i) });
        _folder.Write("coronal.dcm", Slice with { Number = 30, Orientation = [1, 0, 0, 0, 0, -1] });
        var found = _folder.Find();
        Assert.Empty(found.Problems);
        Assert.Equal([4, 3, 2, 1], found.Series.Select(series => series.Slices.Count));
        Assert.Equal(["1.2.3", "1.2.3#2", "1.2.3#3", "1.2.3#4"], found.Series.Select(series => series.Summary.Id));
        Assert.Equal(SeriesPlane.Coronal, found.Series[3].Summary.Plane);
        Assert.All(found.Series, series => Assert.Equal(["its series has 4 groups of slices that differ in size, orientation or frame of reference"], series.Notes));
    }

    [Fact]
    public void Find_WhatIsNoSlice_IsLeftOutAndSaid()
    {
        _folder.WriteStack(Slice, 0, 2);
        _folder.Write("scout.dcm", Slice with { Number = 7, ImageType = "ORIGINAL\\PRIMARY\\LOCALIZER", Position = (0, 0, 50) });
        _folder.Write("screen.dcm", Slice with { Number = 8, Extra = new Dictionary<DicomTag, object> { [DicomTag.SOPClassUID] = DicomUID.SecondaryCaptureImageStorage.UID, [DicomTag.ImagePositionPatient] = "" } });
        _folder.Write("report.dcm", Slice with { Number = 9, Extra = new Dictionary<DicomTag, object> { [DicomTag.Rows] = "", [DicomTag.PixelData] = "" } });
        _folder.Write("b-again.dcm", Slice with { Number = 2, Position = (0, 0, 2) });
        File.WriteAllText(Path.Combine(_folder.Root, "notes.txt"), "not DICOM");
        var found = _folder.Find();
        Assert.Empty(found.Problems);
        Assert.Equal(2, Assert.Single(found.Series).Slices.Count);
        Assert.Equal(
            [
                "b.dcm: is a copy of b-again.dcm: they have one SOP Instance UID. It is left out.",
                "report.dcm: is no image. It is left out.",
                "scout.dcm: is a localizer. It is left out.",
                "screen.dcm: is a secondary capture, a picture without a place in the patient. It is left out.",
            ],
            found.LeftOut.Select(item => item.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("0020000E", "", "has no Series Instance UID (0020,000E), so nothing says which slices it belongs with. " + Remedy)]
    [InlineData("00200032", "", "has no position in the patient (0020,0032). " + Remedy)]
    [InlineData("00200032", "1\\2", "has no position in the patient (0020,0032). " + Remedy)]
    [InlineData("00200037", "", "has no orientation in the patient (0020,0037). " + Remedy)]
    [InlineData("00200037", "1\\0\\0\\1\\0\\0", "has an orientation (0020,0037) that is not two unit vectors at right angles. " + Remedy)]
    [InlineData("00280030", "", "has no pixel spacing (0028,0030) above 0. " + Remedy)]
    [InlineData("00280030", "0\\0", "has no pixel spacing (0028,0030) above 0. " + Remedy)]
    [InlineData("00280010", "9", "pixel data end after 12 of 54 bytes. " + Remedy)]
    [InlineData("00280008", "4", "pixel data end after 12 of 48 bytes. " + Remedy)]
    public void Find_UnusableSlice_NamesTheFileAndSaysWhy(string tag, string value, string problem)
    {
        object content = tag == "00280010" ? ushort.Parse(value) : value;
        _folder.Write("a.dcm", Slice with { Extra = new Dictionary<DicomTag, object> { [DicomTag.Parse(tag)] = content } });
        var found = _folder.Find();
        Assert.Empty(found.Series);
        Assert.Equal(["a.dcm: " + problem], found.Problems.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("1.02.3")]
    [InlineData("series one")]
    [InlineData("1.2..3")]
    public void Find_InvalidUid_IsTakenAsTextAndSaid(string uid)
    {
        _folder.WriteStack(Slice with { Series = uid }, 0, 2);
        Assert.Equal(["its Series Instance UID (0020,000E) is not a valid UID, and was taken as text"], _folder.Single().Notes);
    }

    [Fact]
    public void Find_FilesOfAnyName_AreReadAgainFromTheCache()
    {
        _folder.Write("IM0001", Slice);
        _folder.Write("1.2.840.113619.2", Slice with { Number = 2, Position = (0, 0, 2) });
        var first = _folder.Single();
        var second = _folder.Single();
        Assert.Equal(["IM0001", "1.2.840.113619.2"], first.Slices.Select(slice => slice.Path));
        Assert.Equal(first.Slices, second.Slices);
        Assert.Equal(first.Summary, second.Summary);
    }

    [Fact]
    public void Find_TruncatedAndBrokenFiles_AreProblemsWithTheirNames()
    {
        _folder.WriteStack(Slice, 0, 2);
        var bytes = File.ReadAllBytes(Path.Combine(_folder.Root, "a.dcm"));
        File.WriteAllBytes(Path.Combine(_folder.Root, "cut.dcm"), bytes[..^4]);
        File.WriteAllText(Path.Combine(_folder.Root, "text.dcm"), "no DICOM at all");
        var found = _folder.Find();
        Assert.Equal(2, Assert.Single(found.Series).Slices.Count);
        Assert.Equal(["cut.dcm", "text.dcm"], found.Problems.Select(item => item.Place));
        Assert.Equal("pixel data end after 8 of 12 bytes. " + Remedy, found.Problems[0].Message);
    }
}
