using System.Reflection;

namespace FellowOakDicom.Tests;

/// <summary>Tags, identifiers and what the dictionary says of them.</summary>
public sealed class DictionaryTests
{
    [Fact]
    public void TagFields_All_AreTheTagsOfTheirKeywords()
    {
        var fields = typeof(DicomTag).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.Name != nameof(DicomTag.Unknown)).ToArray();

        var entries = DicomDictionary.Default.ToDictionary(entry => entry.Keyword);

        Assert.InRange(fields.Length, 5000, 6000);
        foreach (var field in fields)
        {
            var tag = (DicomTag)field.GetValue(null)!;
            var keyword = field.Name.EndsWith("RETIRED", StringComparison.Ordinal) ? field.Name[..^"RETIRED".Length] : field.Name;
            Assert.Equal(tag, DicomDictionary.Default[keyword]);
            if (field.Name != keyword)
                Assert.True(entries[keyword].IsRetired, keyword);
        }
    }

    [Theory]
    [InlineData(0x0010, 0x0010, "PatientName", "Patient's Name", "PN", "1")]
    [InlineData(0x0018, 0x0050, "SliceThickness", "Slice Thickness", "DS", "1")]
    [InlineData(0x0020, 0x0037, "ImageOrientationPatient", "Image Orientation (Patient)", "DS", "6")]
    [InlineData(0x0028, 0x0106, "SmallestImagePixelValue", "Smallest Image Pixel Value", "US", "1")]
    [InlineData(0x6002, 0x3000, "OverlayData", "Overlay Data", "OB", "1")]
    [InlineData(0x7fe0, 0x0010, "PixelData", "Pixel Data", "OB", "1")]
    [InlineData(0x0008, 0x0008, "ImageType", "Image Type", "CS", "2-n")]
    [InlineData(0x0009, 0x0010, "PrivateCreator", "Private Creator", "LO", "1")]
    [InlineData(0x0009, 0x1010, "Unknown", "Unknown", "UN", "1-n")]
    public void DictionaryEntry_Tag_SaysWhatTheStandardSays(int group, int element, string keyword, string name, string vr, string vm)
    {
        var entry = new DicomTag((ushort)group, (ushort)element).DictionaryEntry;

        Assert.Equal((keyword, name, vr, vm), (entry.Keyword, entry.Name, entry.ValueRepresentations[0].Code, entry.ValueMultiplicity.ToString()));
    }

    [Theory]
    [InlineData("(0010,0020)")]
    [InlineData("0010,0020")]
    [InlineData("00100020")]
    [InlineData("PatientID")]
    public void Parse_EachForm_GivesTheTag(string text) => Assert.Equal(DicomTag.PatientID, DicomTag.Parse(text));

    [Fact]
    public void Parse_NoTag_SaysWhatWouldBe() => Assert.Equal(
        "'PatientIdd' is not a tag. Give '(gggg,eeee)' in hexadecimal digits or a keyword such as 'PatientID'.",
        Assert.Throws<DicomDataException>(() => DicomTag.Parse("PatientIdd")).Message);

    [Fact]
    public void UidFields_All_AreValidAndKnown()
    {
        var fields = typeof(DicomUID).GetFields(BindingFlags.Static | BindingFlags.Public);

        Assert.InRange(fields.Length, 400, 2000);
        foreach (var field in fields)
        {
            var uid = (DicomUID)field.GetValue(null)!;
            Assert.True(DicomUID.IsValidUid(uid.UID), field.Name);
            Assert.Same(uid, DicomUID.Parse(uid.UID));
        }
        Assert.Equal("1.2.840.10008.5.1.4.1.1.2", DicomUID.CTImageStorage.UID);
        Assert.True(DicomUID.CTImageStorage.IsImageStorage);
        Assert.Equal(DicomStorageCategory.StructuredReport, DicomUID.BasicTextSRStorage.StorageCategory);
    }

    [Fact]
    public void Generate_Twice_GivesTwoValidIdentifiers()
    {
        var (first, second) = (DicomUID.Generate(), DicomUID.Generate());

        Assert.True(DicomUID.IsValidUid(first.UID));
        Assert.StartsWith("2.25.", first.UID, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void TransferSyntax_EachKnown_IsFoundByItsIdentifier()
    {
        foreach (var syntax in DicomTransferSyntax.KnownEntries)
            Assert.Same(syntax, DicomTransferSyntax.Parse(syntax.UID.UID));
        Assert.True(DicomTransferSyntax.JPEGLSNearLossless.IsLossy);
        Assert.False(DicomTransferSyntax.JPEGLSLossless.IsLossy);
        var error = Assert.Throws<DicomDataException>(() => DicomTransferSyntax.Lookup(DicomUID.CTImageStorage));
        Assert.Equal("'1.2.840.10008.5.1.4.1.1.2' is not a transfer syntax; it is CT Image Storage.", error.Message);
    }
}
