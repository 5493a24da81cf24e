using FellowOakDicom.Imaging;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Tests;

/// <summary>Frames of native pixel data and what is said when they are not there.</summary>
public sealed class PixelDataTests
{
    private static readonly DicomTransferSyntax Explicit = DicomTransferSyntax.ExplicitVRLittleEndian;

    [Fact]
    public void GetFrame_SeveralFrames_GivesEachItsPart()
    {
        var dataset = Samples.Image(Explicit, 2, 1, 16);
        var pixels = DicomPixelData.Create(dataset, newPixelData: true);
        pixels.AddFrame(new MemoryByteBuffer([1, 2, 3, 4]));
        pixels.AddFrame(new MemoryByteBuffer([5, 6, 7, 8]));

        var opened = DicomPixelData.Create(Samples.Open(Samples.Save(dataset)).Dataset);

        Assert.Equal(2, opened.NumberOfFrames);
        Assert.Equal<byte>([5, 6, 7, 8], opened.GetFrame(1).Data);
        var error = Assert.Throws<DicomImagingException>(() => opened.GetFrame(2));
        Assert.Equal("(stream): frame 2 was asked for, counted from 0; there are 2.", error.Message);
    }

    [Fact]
    public void GetFrame_SingleBits_BeginWhereTheLastFrameEnded()
    {
        var dataset = Samples.Image(Explicit, 3, 1, 1);
        dataset.AddOrUpdate(DicomTag.NumberOfFrames, 3);
        dataset.AddOrUpdate(new DicomOtherByte(DicomTag.PixelData, 0b10_011_101, 0b1)); // 101, 110 and 011, the lowest bit first

        var pixels = DicomPixelData.Create(dataset);

        Assert.Equal<byte>([0b101], pixels.GetFrame(0).Data);
        Assert.Equal<byte>([0b011], pixels.GetFrame(1).Data);
        Assert.Equal<byte>([0b110], pixels.GetFrame(2).Data);
    }

    [Fact]
    public void GetFrame_TooFewBytes_SaysHowMany()
    {
        var dataset = Samples.Image(Explicit, 64, 64, 16);
        dataset.AddOrUpdate(DicomTag.PixelData, new byte[8000]);

        var error = Assert.Throws<DicomImagingException>(() => DicomPixelData.Create(dataset).GetFrame(0));

        Assert.Equal("pixel data end after 8,000 of 8,192 bytes.", error.Message);
    }

    [Fact]
    public void GetFrame_TwoPixelsSharingTheirColour_TakesTwoBytesAPixel()
    {
        var dataset = Samples.Image(Explicit, 4, 1, 8);
        dataset.AddOrUpdate(DicomTag.SamplesPerPixel, (ushort)3);
        dataset.AddOrUpdate(DicomTag.PhotometricInterpretation, "YBR_FULL_422");

        Assert.Equal(8, DicomPixelData.Create(dataset, newPixelData: true).UncompressedFrameSize);
    }

    [Fact]
    public void Create_NoPixelData_SaysSo()
    {
        var error = Assert.Throws<DicomImagingException>(() => DicomPixelData.Create(Samples.Image(Explicit, 2, 2, 8)));

        Assert.Equal("there are no pixel data.", error.Message);
    }

    [Fact]
    public void Create_UnheardOfBits_SaysWhichAreRead()
    {
        var dataset = Samples.Slice(Explicit);
        dataset.AddOrUpdate(DicomTag.BitsAllocated, (ushort)13);

        Assert.Equal("Bits Allocated is 13; 1, 8, 16, 32 or 64 are read.", Assert.Throws<DicomImagingException>(() => DicomPixelData.Create(dataset)).Message);
    }

    [Fact]
    public void Create_ImageLargerThanAnArray_SaysSo()
    {
        var dataset = Samples.Slice(Explicit);
        dataset.AddOrUpdate(DicomTag.Rows, (ushort)65535);
        dataset.AddOrUpdate(DicomTag.Columns, (ushort)65535);

        Assert.Equal(
            "a frame of 65535 x 65535 pixels takes 8,589,672,450 bytes; an array holds 2,147,483,591.",
            Assert.Throws<DicomImagingException>(() => DicomPixelData.Create(dataset)).Message);
    }

    [Fact]
    public void BitDepth_SignedTwelveBits_HasItsRange()
    {
        var depth = new BitDepth(16, 12, 11, signed: true);

        Assert.Equal((-2048, 2047), (depth.MinimumValue, depth.MaximumValue));
    }
}
