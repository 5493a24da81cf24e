using FellowOakDicom;
using Framework.Components.Data.Headers;
using Framework.Components.Tests.Data.Series;

namespace Framework.Components.Tests.Data.Headers;

public sealed class AcquisitionFactsTests
{
    private static readonly DicomAcquisition Full = Read(new()
    {
        [DicomTag.ManufacturerModelName] = "Model", [DicomTag.Manufacturer] = "Maker", [DicomTag.ConvolutionKernel] = "B30f", [DicomTag.StudyDate] = "20210304",
        [DicomTag.AcquisitionDate] = "20210305", [DicomTag.AccessionNumber] = "A17", [DicomTag.PixelPaddingValue] = new DicomSignedShort(DicomTag.PixelPaddingValue, -2000), [DicomTag.SpacingBetweenSlices] = "2.5",
    });

    [Fact]
    public void Of_FullHeader_TellsHowItWasAcquiredAndNoDate()
    {
        var facts = AcquisitionFacts.Of(Full, new DateOnly(2021, 2, 26));
        Assert.Equal(
            "scanner=Model manufacturer=Maker kernel=B30f matrix=2x3 bits_stored=16 thickness=2.00 slice_spacing=2.50 pixel_spacing=0.80 padding=-2000 day=7",
            string.Join(' ', facts.Select(fact => $"{fact.Key}={fact.Value}")));
    }

    [Fact]
    public void Of_SparseHeader_LeavesOutWhatIsNotThere() => Assert.Equal(
        ["matrix", "bits_stored", "thickness", "pixel_spacing"], AcquisitionFacts.Of(Read([]), new DateOnly(2021, 1, 1)).Select(fact => fact.Key));

    [Theory]
    [InlineData("20210305", "2021-03-05")]
    [InlineData("202103", null)]
    [InlineData("", null)]
    public void DayOf_Date_IsTheAcquisitionsWhereItIsOne(string date, string? day) => Assert.Equal(
        day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), AcquisitionFacts.DayOf(new DicomAcquisition { Date = date }));

    [Fact]
    public void Write_Acquisition_IsReadBackWhole()
    {
        using var stream = new MemoryStream();
        DicomAcquisitionCache.Write(new BinaryWriter(stream), Full);
        stream.Position = 0;
        Assert.Equal(Full, DicomAcquisitionCache.Read(new BinaryReader(stream)));
    }

    private static DicomAcquisition Read(Dictionary<DicomTag, object> extra) => DicomAcquisitionReader.Read(new SliceFile { Extra = extra }.Dataset());
}
