using System.Text;

namespace FellowOakDicom.Tests;

/// <summary>Specific Character Set, on the examples of the standard (PS3.5 annexes H, I and J) and on single bytes.</summary>
public sealed class EncodingTests
{
    [Theory]
    [InlineData("ISO_IR 100", "4d fc 6c 6c 65 72", "Müller")]
    [InlineData("ISO_IR 101", "57 61 b3 ea 73 61", "Wałęsa")]
    [InlineData("ISO_IR 144", "bb ee da 63 65 dc d1 e3 e0 d3", "Люкceмбург")]
    [InlineData("ISO_IR 126", "c4 e9 ef ed f5 f3 e9 ef f2", "Διονυσιος")]
    [InlineData("ISO_IR 138", "f9 f8 e5 ef", "שרון")]
    [InlineData("ISO_IR 148", "dd fd", "İı")]
    [InlineData("ISO_IR 192", "57 61 6e 67 5e 58 69 61 6f 44 6f 6e 67 3d e7 8e 8b", "Wang^XiaoDong=王")]
    [InlineData("GB18030", "57 61 6e 67 3d cd f5 5e d0 a1 b6 ab", "Wang=王^小东")]
    [InlineData("ISO_IR 13", "d4 cf c0 de", "ﾔﾏﾀﾞ")]
    [InlineData("\\ISO 2022 IR 87", "59 61 6d 61 64 61 3d 1b 24 42 3b 33 45 44 1b 28 42 5e 1b 24 42 42 40 4f 3a 1b 28 42", "Yamada=山田^太郎")]
    [InlineData("\\ISO 2022 IR 149", "48 6f 6e 67 3d 1b 24 29 43 fb f3 5e 1b 24 29 43 d1 ce d4 d7", "Hong=洪^吉洞")]
    [InlineData("\\ISO 2022 IR 58", "5a 68 61 6e 67 3d 1b 24 29 41 d5 c5 5e 1b 24 29 41 d0 a1 b6 ab", "Zhang=张^小东")]
    [InlineData("ISO 2022 IR 6\\ISO 2022 IR 100", "42 75 63 5e 1b 2d 41 4a e9 72 f4 6d 65", "Buc^Jérôme")]
    [InlineData("", "41 5e 42", "A^B")]
    public void GetString_CharacterSet_DecodesTheName(string set, string bytes, string name)
    {
        var value = Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal));
        var setBytes = Encoding.ASCII.GetBytes(set.Length % 2 == 0 ? set : set + " ");
        var file = Samples.Raw(DicomTransferSyntax.ExplicitVRLittleEndian,
        [
            8, 0, 5, 0, (byte)'C', (byte)'S', (byte)setBytes.Length, 0, .. setBytes,
            0x10, 0, 0x10, 0, (byte)'P', (byte)'N', (byte)value.Length, 0, .. value,
        ]);

        Assert.Equal(name, Samples.Open(file).Dataset.GetString(DicomTag.PatientName));
    }

    [Theory]
    [InlineData("ISO_IR 100", "Müller^Jörg")]
    [InlineData("ISO_IR 192", "山田^太郎")]
    [InlineData("GB18030", "王^小东")]
    public void Save_CharacterSet_KeepsNamesInTheDatasetAndItsSequences(string set, string name)
    {
        var item = new DicomDataset { { DicomTag.PerformingPhysicianName, name } };
        var dataset = new DicomDataset
        {
            { DicomTag.SpecificCharacterSet, set },
            { DicomTag.PatientName, name },
            { DicomTag.RequestAttributesSequence, item },
        };

        var opened = Samples.Open(Samples.Save(dataset)).Dataset;

        Assert.Equal(name, opened.GetString(DicomTag.PatientName));
        Assert.Equal(name, opened.GetSequence(DicomTag.RequestAttributesSequence).Items[0].GetString(DicomTag.PerformingPhysicianName));
    }

    [Fact]
    public void AddOrUpdate_CharacterSetChanged_KeepsTheText()
    {
        var dataset = new DicomDataset { { DicomTag.SpecificCharacterSet, "ISO_IR 100" }, { DicomTag.PatientName, "Jörg" } };

        dataset.AddOrUpdate(DicomTag.SpecificCharacterSet, "ISO_IR 192");

        Assert.Equal("Jörg", dataset.GetString(DicomTag.PatientName));
        Assert.Equal(6, dataset.GetDicomItem<DicomElement>(DicomTag.PatientName).Buffer.Size); // two bytes for ö, one of padding
    }

    [Fact]
    public void Open_FallbackEncoding_ServesFilesThatNameNoSet()
    {
        var file = Samples.Raw(DicomTransferSyntax.ImplicitVRLittleEndian, 0x10, 0, 0x10, 0, 2, 0, 0, 0, 0xfc, (byte)' ');

        Assert.Equal("ü", DicomFile.Open(new MemoryStream(file), Encoding.Latin1).Dataset.GetString(DicomTag.PatientName));
    }

    [Fact]
    public void PersonName_Parts_AreSplit()
    {
        var name = new DicomPersonName(DicomTag.PatientName, "Adams^John Robert Quincy^^Rev.^B.A. M.Div.");

        Assert.Equal(("Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div."), (name.Last, name.First, name.Middle, name.Prefix, name.Suffix));
        Assert.True(DicomPersonName.HaveSameContent(name, new DicomPersonName(DicomTag.PatientName, "Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div.")));
    }
}
