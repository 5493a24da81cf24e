using System.Security.Cryptography;
using FellowOakDicom.Imaging;
using FellowOakDicom.Imaging.Codec;

namespace FellowOakDicom.Tests;

/// <summary>Every real file gives what pydicom and GDCM give, or an error where they cannot read it.</summary>
public sealed class RealFileTests
{
    public static TheoryData<string, string> Readable => Expected.Files(facts => !Expected.IsError(facts, "dcmread"));

    public static TheoryData<string, string> Unreadable => Expected.Files(facts => Expected.IsError(facts, "dcmread"));

    public static TheoryData<string, string> WithPixels => Expected.Files(Expected.HasPixels);

    public static TheoryData<string, string> WithoutPixels => Expected.Files(facts => Expected.IsError(facts, "pixels"));

    [SharedDataTheory]
    [MemberData(nameof(Readable))]
    public void Open_RealFile_GivesItsTags(string folder, string name)
    {
        var (path, facts) = Expected.Of(folder, name);

        var file = DicomFile.Open(path);

        foreach (var fact in facts.EnumerateObject())
            if (char.IsAsciiLetterUpper(fact.Name[0]))
                AssertValue(file.Dataset, fact.Name, fact.Value);
        Assert.Equal(facts.GetProperty("transfer_syntax").GetString(), file.FileMetaInfo.TransferSyntax?.UID.UID);
        if (facts.TryGetProperty("elements", out var elements))
            Assert.Equal(elements.GetInt32(), file.Dataset.Count());
    }

    [SharedDataTheory]
    [MemberData(nameof(Unreadable))]
    public void Open_NeitherPreambleNorMeta_SaysThatItIsNoDicomFile(string folder, string name)
    {
        var path = Expected.Of(folder, name).Path;

        var error = Assert.Throws<DicomFileException>(() => DicomFile.Open(path));

        Assert.Equal(
            $"{path}: this is not a DICOM file: neither has it the letters 'DICM' at byte 128 nor does it begin with file meta information. "
            + "If it is a bare dataset, export it again as a DICOM file.",
            error.Message);
    }

    [SharedDataTheory]
    [MemberData(nameof(WithPixels))]
    public void GetFrame_RealFile_GivesItsStoredValues(string folder, string name)
    {
        var (path, facts) = Expected.Of(folder, name);
        var expected = facts.GetProperty("pixels");

        var dataset = DicomFile.Open(path).Dataset.Clone(DicomTransferSyntax.ExplicitVRLittleEndian);
        var pixels = DicomPixelData.Create(dataset);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var frame = 0; frame < pixels.NumberOfFrames; frame++)
            hash.AppendData(pixels.GetFrame(frame).Data);

        Assert.Equal(expected.GetProperty("sha256_little_endian").GetString(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    [SharedDataTheory]
    [MemberData(nameof(WithoutPixels))]
    public void GetFrame_BrokenFile_SaysWhatIsWrong(string folder, string name)
    {
        var path = Expected.Of(folder, name).Path;
        var dataset = DicomFile.Open(path).Dataset;

        var error = Assert.ThrowsAny<DicomException>(() => DicomPixelData.Create(dataset).GetFrame(0).Data);

        Assert.Equal(path + ": " + Problem(name), error.Message);
    }

    private static string Problem(string name) => name switch
    {
        "MR_truncated.dcm" => "pixel data end after 8,130 of 8,192 bytes.",
        "badVR.dcm" => "(0028,0008) Number of Frames holds '1A', which is not a whole number that fits Int32.",
        "meta_missing_tsyntax.dcm" or "nested_priv_SQ.dcm" => "(0028,0100) Bits Allocated is not there.",
        _ => throw new ArgumentException(name),
    };

    private static void AssertValue(DicomDataset dataset, string keyword, System.Text.Json.JsonElement value)
    {
        var tag = DicomDictionary.Default[keyword];
        if (value.ValueKind == System.Text.Json.JsonValueKind.Number)
            Assert.Equal(value.GetDouble(), dataset.GetValue<double>(tag, 0));
        else
            Assert.Equal(value.GetString(), dataset.GetString(tag));
    }
}
