using System.Runtime.InteropServices;

namespace FellowOakDicom.Imaging.Codec;

// One compressed frame to the samples the attributes of its dataset describe.
internal sealed class FrameDecoder
{
    private readonly EncapsulatedPixelData _pixels;
    private readonly GdcmFrame _description;
    private readonly string _photometric;

    public FrameDecoder(EncapsulatedPixelData pixels)
    {
        _pixels = pixels;
        _photometric = pixels.PhotometricInterpretation?.Value
            ?? throw pixels.Error("Photometric Interpretation is not there; compressed pixel data cannot be decoded without it.");
        _description = new GdcmFrame
        {
            Columns = pixels.Width,
            Rows = pixels.Height,
            Samples = pixels.SamplesPerPixel,
            BitsAllocated = pixels.BitsAllocated,
            BitsStored = pixels.BitsStored,
            HighBit = pixels.HighBit,
            PixelRepresentation = (ushort)pixels.PixelRepresentation,
            PlanarConfiguration = pixels.SamplesPerPixel > 1 ? (ushort)pixels.PlanarConfiguration : (ushort)0,
        };
    }

    public byte[] Decode(int frame)
    {
        var stream = _pixels.GetFrame(frame).Data;
        try
        {
            // The stream is held against the dataset before memory is taken for what either says.
            var isRle = _pixels.Syntax == DicomTransferSyntax.RLELossless;
            if (isRle)
                RleDecoder.Check(_pixels, stream);
            else
                Codestream.Check(_pixels, stream);
            var samples = GC.AllocateUninitializedArray<byte>(_pixels.UncompressedFrameSize);
            if (isRle)
                RleDecoder.Decode(_pixels, stream, samples);
            else
                Decode(stream, samples);
            if (Codestream.IsJpeg2000(_pixels.Syntax) && _pixels.PixelRepresentation == PixelRepresentation.Signed)
                Jpeg2000Sign.Extend(stream, samples, _pixels.BitsAllocated);
            return samples;
        }
        catch (DicomCodecException e)
        {
            var origin = _pixels.Dataset.Origin is { } known ? $"{known.Name}: " : "";
            throw new DicomCodecException($"{origin}frame {frame} ({_pixels.Syntax}): {e.Message}", e);
        }
    }

    private void Decode(byte[] stream, byte[] samples)
    {
        var extended = _pixels.Syntax == DicomTransferSyntax.JPEGProcess2_4 ? JpegHeader.Read(stream) : null;
        var photometric = Marshal.StringToCoTaskMemUTF8(_photometric);
        var syntax = Marshal.StringToCoTaskMemUTF8(_pixels.Syntax.UID.UID);
        try
        {
            GdcmBridge.Decode(_description with
            {
                Precision = extended is { Precision: 12 } ? (ushort)12 : (ushort)0,
                PhotometricInterpretation = photometric,
                TransferSyntax = syntax,
            }, stream, samples);
        }
        finally
        {
            Marshal.FreeCoTaskMem(photometric);
            Marshal.FreeCoTaskMem(syntax);
        }
    }
}
