using FellowOakDicom;
using FellowOakDicom.IO.Buffer;
using Framework.Components.Data;

namespace Framework.Components.Tests.Data;

public sealed class DicomSliceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slices").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_ComputedTomography_GivesStoredValuesEncodingAndGeometry()
    {
        var image = Read(Write(Dataset()));
        Assert.Equal([1, 2, 3], image.Shape.ToArray());
        Assert.Equal([0, 1, 2, 3, 4, -5], image.Pixels.ToArray());
        Assert.Equal(new PixelEncoding { Slope = 2, Intercept = -1024, BitsStored = 12, Signed = true, Modality = "CT" }, image.Encoding);
        // Columns run to the patient's left (-x in RAS), 0.5 mm apart; rows to the back (-y), 0.8 mm apart; slices 5 mm upwards.
        Assert.Equal([-0.5, 0, 0, 100, 0, -0.8, 0, 120, 0, 0, 5, 30, 0, 0, 0, 1], image.Geometry.Affine.ToArray());
    }

    [Fact]
    public void Read_FewerBytesThanPixels_SaysHowMany()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Write(Dataset(rows: 3))));
        Assert.Equal("ID_1.dcm: pixel data end after 12 of 18 bytes. Re-export the file, or set data.on_error: quarantine to leave such cases out.", error.Message);
    }

    [Fact]
    public void Read_FileCutOff_NamesItAndSaysWhatToDo()
    {
        var path = Write(Dataset());
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^5]);
        var error = Assert.Throws<DataFormatException>(() => Read(path));
        Assert.Equal("ID_1.dcm: pixel data end after 7 of 12 bytes. Re-export the file, or set data.on_error: quarantine to leave such cases out.", error.Message);
    }

    [Theory]
    [InlineData("not DICOM at all")]
    [InlineData("")]
    public void Read_NotDicom_NamesItAndSaysWhatToDo(string text)
    {
        var path = Path.Combine(_folder, "ID_1.dcm");
        File.WriteAllText(path, text);
        var error = Assert.Throws<DataFormatException>(() => Read(path));
        Assert.StartsWith("ID_1.dcm: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Re-export the file, or set data.on_error: quarantine to leave such cases out.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSuchFile_SaysSo()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Path.Combine(_folder, "ID_1.dcm")));
        Assert.Equal("ID_1.dcm: there is no such file. Copy it to the data's root, or remove its row from the table.", error.Message);
    }

    [Fact]
    public void Read_NoPixelData_SaysSo()
    {
        var dataset = Dataset();
        dataset.Remove(DicomTag.PixelData);
        var error = Assert.Throws<DataFormatException>(() => Read(Write(dataset)));
        Assert.StartsWith("ID_1.dcm: the file has no pixel data. ", error.Message, StringComparison.Ordinal);
    }

    [SharedDataTheory]
    [InlineData("MR_small_implicit.dcm")]
    [InlineData("MR_small_bigendian.dcm")]
    [InlineData("MR_small_RLE.dcm")]
    [InlineData("MR_small_jp2klossless.dcm")]
    [InlineData("MR_small_jpeg_ls_lossless.dcm")]
    public void Read_OneImageInEverySyntax_GivesTheSamePixels(string file)
    {
        using var workspace = new SampleWorkspace();
        var expected = DicomSlice.Read(SharedData.File("data", "dicom-syntaxes", "MR_small.dcm"), "MR_small.dcm", workspace);
        var actual = DicomSlice.Read(SharedData.File("data", "dicom-syntaxes", file), file, workspace);
        Assert.Equal([1, 64, 64], actual.Shape.ToArray());
        Assert.Equal(expected.Pixels.ToArray(), actual.Pixels.ToArray());
    }

    private static DicomDataset Dataset(ushort rows = 2)
    {
        var dataset = new DicomDataset(DicomTransferSyntax.ExplicitVRLittleEndian)
        {
            { DicomTag.SOPClassUID, DicomUID.CTImageStorage },
            { DicomTag.SOPInstanceUID, "1.2.3.4" },
            { DicomTag.Modality, "CT" },
            { DicomTag.PhotometricInterpretation, "MONOCHROME2" },
            { DicomTag.Rows, rows },
            { DicomTag.Columns, (ushort)3 },
            { DicomTag.BitsAllocated, (ushort)16 },
            { DicomTag.BitsStored, (ushort)12 },
            { DicomTag.HighBit, (ushort)11 },
            { DicomTag.PixelRepresentation, (ushort)1 },
            { DicomTag.SamplesPerPixel, (ushort)1 },
            { DicomTag.RescaleSlope, 2m },
            { DicomTag.RescaleIntercept, -1024m },
            { DicomTag.PixelSpacing, 0.8m, 0.5m },
            { DicomTag.SliceThickness, 5m },
            { DicomTag.ImagePositionPatient, -100m, -120m, 30m },
            { DicomTag.ImageOrientationPatient, 1m, 0m, 0m, 0m, 1m, 0m },
        };
        short[] stored = [0, 1, 2, 3, 4, -5];
        dataset.Add(new DicomOtherWord(DicomTag.PixelData, new MemoryByteBuffer([.. stored.SelectMany(BitConverter.GetBytes)])));
        return dataset;
    }

    private string Write(DicomDataset dataset)
    {
        var path = Path.Combine(_folder, "ID_1.dcm");
        new DicomFile(dataset).Save(path);
        return path;
    }

    private static Image Read(string path) => DicomSlice.Read(path, Path.GetFileName(path), new SampleWorkspace());
}
