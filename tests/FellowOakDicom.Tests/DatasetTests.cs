using FellowOakDicom.Imaging;

namespace FellowOakDicom.Tests;

/// <summary>Getters and setters of a dataset, their conversions and what they say when they cannot.</summary>
public sealed class DatasetTests
{
    private readonly DicomDataset _dataset = new()
    {
        { DicomTag.PatientID, "P1" },
        { DicomTag.PixelSpacing, 0.5m, 0.75m },
        { DicomTag.Rows, (ushort)512 },
        { DicomTag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL" },
        { DicomTag.StudyDate, "20240229" },
        { DicomTag.StudyTime, "131415.25" },
        { DicomTag.SOPClassUID, DicomUID.CTImageStorage },
        { DicomTag.PatientName, "" },
    };

    [Fact]
    public void GetSingleValue_EachType_Converts()
    {
        Assert.Equal("P1", _dataset.GetSingleValue<string>(DicomTag.PatientID));
        Assert.Equal(512, _dataset.GetSingleValue<int>(DicomTag.Rows));
        Assert.Equal(512.0, _dataset.GetSingleValue<double>(DicomTag.Rows));
        Assert.Equal("512", _dataset.GetSingleValue<string>(DicomTag.Rows));
        Assert.Equal(DicomUID.CTImageStorage, _dataset.GetSingleValue<DicomUID>(DicomTag.SOPClassUID));
        Assert.Equal(new DateTime(2024, 2, 29), _dataset.GetSingleValue<DateTime>(DicomTag.StudyDate));
        Assert.Equal(new DateTime(2024, 2, 29, 13, 14, 15, 250), _dataset.GetDateTime(DicomTag.StudyDate, DicomTag.StudyTime));
    }

    [Fact]
    public void GetValues_EachType_Converts()
    {
        Assert.Equal([0.5, 0.75], _dataset.GetValues<double>(DicomTag.PixelSpacing));
        Assert.Equal([0.5m, 0.75m], _dataset.GetValues<decimal>(DicomTag.PixelSpacing));
        Assert.Equal([0.5f, 0.75f], _dataset.GetValues<float>(DicomTag.PixelSpacing));
        Assert.Equal(["ORIGINAL", "PRIMARY", "AXIAL"], _dataset.GetValues<string>(DicomTag.ImageType));
        Assert.Equal("AXIAL", _dataset.GetValue<string>(DicomTag.ImageType, 2));
        Assert.Equal("ORIGINAL\\PRIMARY\\AXIAL", _dataset.GetString(DicomTag.ImageType));
        Assert.Equal(3, _dataset.GetValueCount(DicomTag.ImageType));
        Assert.Empty(_dataset.GetValues<string>(DicomTag.PatientName));
    }

    [Fact]
    public void TryGetters_NothingThere_SayNo()
    {
        Assert.False(_dataset.TryGetString(DicomTag.Modality, out _));
        Assert.False(_dataset.TryGetSingleValue<int>(DicomTag.PatientName, out _));
        Assert.False(_dataset.TryGetSingleValue<int>(DicomTag.PatientID, out _));
        Assert.False(_dataset.TryGetValue<double>(DicomTag.PixelSpacing, 2, out _));
        Assert.False(_dataset.TryGetValues<int>(DicomTag.ImageType, out _));
        Assert.False(_dataset.TryGetSequence(DicomTag.PatientID, out _));
        Assert.Equal(7, _dataset.GetSingleValueOrDefault(DicomTag.Columns, 7));
        Assert.True(_dataset.TryGetString(DicomTag.PatientName, out var name));
        Assert.Equal("", name);
    }

    [Fact]
    public void GetSingleValue_TagNotThere_NamesIt() =>
        AssertError("(0008,0060) Modality is not there.", () => _dataset.GetSingleValue<string>(DicomTag.Modality));

    [Fact]
    public void GetSingleValue_SeveralValues_SaysHowMany() =>
        AssertError("(0028,0030) Pixel Spacing has 2 values; one was expected.", () => _dataset.GetSingleValue<double>(DicomTag.PixelSpacing));

    [Fact]
    public void GetSingleValue_NotANumber_QuotesIt() =>
        AssertError("(0010,0020) Patient ID holds 'P1', which is not a number.", () => _dataset.GetSingleValue<double>(DicomTag.PatientID));

    [Fact]
    public void GetValue_NoSuchPosition_SaysHowManyThereAre() =>
        AssertError("(0028,0030) Pixel Spacing has 2 values; number 2 was asked for, counted from 0.", () => _dataset.GetValue<double>(DicomTag.PixelSpacing, 2));

    [Fact]
    public void GetSingleValue_ArrayAskedFor_NamesTheMethod() =>
        AssertError("T cannot be an array. Call GetValues with the type of one value.", () => _dataset.GetSingleValue<double[]>(DicomTag.PixelSpacing));

    [Fact]
    public void GetSequence_TextElement_SaysWhatItIs() =>
        AssertError("(0010,0020) Patient ID is a LO, not a sequence.", () => _dataset.GetSequence(DicomTag.PatientID));

    [Fact]
    public void Add_TagThereAlready_SaysHowToReplace() =>
        AssertError("(0010,0020) Patient ID is there already. Call AddOrUpdate to replace it.", () => _dataset.Add(DicomTag.PatientID, "P2"));

    [Fact]
    public void AddOrUpdate_UnknownTag_AsksForItsRepresentation() =>
        AssertError("(0011,1001) is private and the dictionary does not know it. Give its value representation: AddOrUpdate(vr, tag, values).",
            () => _dataset.AddOrUpdate(new DicomTag(0x0011, 0x1001), "x"));

    [Theory]
    [InlineData("lower", "'lower' is not a valid CS (Code String): only capital letters, digits, spaces and underscores are allowed.")]
    [InlineData("LONGER_THAN_SIXTEEN", "'LONGER_THAN_SIXTEEN' is not a valid CS (Code String): it has 19 characters; 16 are allowed.")]
    public void AddOrUpdate_InvalidCode_SaysTheRule(string code, string problem)
    {
        var error = Assert.Throws<DicomValidationException>(() => _dataset.AddOrUpdate(DicomTag.Modality, code));

        Assert.Equal(problem, error.Message);
        Assert.False(_dataset.Contains(DicomTag.Modality));
        Assert.True(_dataset.NotValidated().AddOrUpdate(DicomTag.Modality, code).Contains(DicomTag.Modality));
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.33333333333333")]
    [InlineData(-123456789.123456789, "-123456789.12346")]
    [InlineData(1e-20, "1E-20")]
    public void AddOrUpdate_DoubleAsDecimalString_TakesSixteenCharactersAtMost(double value, string text)
    {
        _dataset.AddOrUpdate(DicomTag.RescaleSlope, value);

        Assert.Equal(text, _dataset.GetString(DicomTag.RescaleSlope));
    }

    [Fact]
    public void AddOrUpdate_UnsignedOrSigned_FollowsThePixels()
    {
        _dataset.AddOrUpdate(DicomTag.PixelRepresentation, (ushort)1);
        _dataset.AddOrUpdate(DicomTag.PixelPaddingValue, (short)-2000);

        Assert.Equal(DicomVR.SS, _dataset.GetDicomItem<DicomElement>(DicomTag.PixelPaddingValue).ValueRepresentation);
        Assert.Equal(PixelRepresentation.Signed, _dataset.GetSingleValue<PixelRepresentation>(DicomTag.PixelRepresentation));
    }

    [Fact]
    public void Items_AddedInAnyOrder_StandInAscendingOrder()
    {
        var tags = _dataset.Select(item => (uint)item.Tag).ToArray();

        Assert.Equal(tags.Order(), tags);
    }

    [Fact]
    public void Remove_ByTagOrRule_TakesItemsOut()
    {
        _dataset.Remove(DicomTag.PatientID, DicomTag.Modality).Remove(item => item.Tag.Group == 0x0028);

        Assert.False(_dataset.Contains(DicomTag.PatientID));
        Assert.False(_dataset.Contains(DicomTag.Rows));
        Assert.True(_dataset.Contains(DicomTag.ImageType));
    }

    [Fact]
    public void Clone_Changed_LeavesTheOriginal()
    {
        _dataset.AddOrUpdate(DicomTag.RequestAttributesSequence, new DicomDataset { { DicomTag.ScheduledProcedureStepID, "1" } });

        var copy = _dataset.Clone();
        copy.AddOrUpdate(DicomTag.PatientID, "P2");
        copy.GetSequence(DicomTag.RequestAttributesSequence).Items[0].AddOrUpdate(DicomTag.ScheduledProcedureStepID, "2");

        Assert.Equal("P1", _dataset.GetString(DicomTag.PatientID));
        Assert.Equal("1", _dataset.GetSequence(DicomTag.RequestAttributesSequence).Items[0].GetString(DicomTag.ScheduledProcedureStepID));
        Assert.False(copy.Equals(_dataset));
    }

    [Fact]
    public void PrivateTag_OfACreator_IsFoundInItsBlock()
    {
        var bytes = Samples.Raw(DicomTransferSyntax.ImplicitVRLittleEndian,
            0x29, 0, 0x10, 0, 4, 0, 0, 0, (byte)'O', (byte)'N', (byte)'E', (byte)' ',
            0x29, 0, 0x11, 0, 4, 0, 0, 0, (byte)'T', (byte)'W', (byte)'O', (byte)' ',
            0x29, 0, 0x05, 0x11, 2, 0, 0, 0, 7, 8);

        var dataset = Samples.Open(bytes).Dataset;

        Assert.Equal<byte>([7, 8], dataset.GetValues<byte>(new DicomTag(0x0029, 0x05, "TWO")));
        Assert.False(dataset.Contains(new DicomTag(0x0029, 0x05, "ONE")));
        Assert.Equal("TWO", dataset.Last().Tag.PrivateCreator.Creator);
        Assert.Equal("(0029,xx05:TWO)", dataset.Last().Tag.ToString());
        Assert.Equal((ushort)0x1105, dataset.GetPrivateTag(new DicomTag(0x0029, 0x05, "TWO")).Element);
    }

    private static void AssertError(string message, Action act) => Assert.Equal(message, Assert.Throws<DicomDataException>(act).Message);
}
