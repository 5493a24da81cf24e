using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.Imaging.Codec;

/// <summary>Changes the transfer syntax of datasets: any to a native one. Compressed pixel data are decoded with GDCM.</summary>
public class DicomTranscoder
{
    public DicomTranscoder(
        DicomTransferSyntax inputSyntax, DicomTransferSyntax outputSyntax,
        DicomCodecParams inputCodecParams = null, DicomCodecParams outputCodecParams = null)
    {
        InputSyntax = inputSyntax;
        OutputSyntax = outputSyntax;
        InputCodecParams = inputCodecParams;
        OutputCodecParams = outputCodecParams;
    }

    public DicomTransferSyntax InputSyntax { get; private set; }

    public DicomCodecParams InputCodecParams { get; private set; }

    public DicomTransferSyntax OutputSyntax { get; private set; }

    public DicomCodecParams OutputCodecParams { get; private set; }

    /// <summary>A copy of a file in the output syntax.</summary>
    /// <exception cref="DicomCodecException">A frame cannot be decoded, or the output syntax is a compressed one.</exception>
    public DicomFile Transcode(DicomFile file)
    {
        var copy = new DicomFile(Transcode(file.Dataset));
        foreach (var item in file.FileMetaInfo)
            if (item.Tag != DicomTag.TransferSyntaxUID)
                copy.FileMetaInfo.AddOrUpdate(item);
        copy.FileMetaInfo.TransferSyntax = OutputSyntax;
        return copy;
    }

    /// <summary>A copy of a dataset in the output syntax.</summary>
    /// <exception cref="DicomCodecException">A frame cannot be decoded, or the output syntax is a compressed one.</exception>
    public DicomDataset Transcode(DicomDataset dataset)
    {
        var syntax = dataset.InternalTransferSyntax;
        if (OutputSyntax.IsEncapsulated && OutputSyntax != syntax)
            throw new DicomCodecException($"compressing to '{OutputSyntax}' is not supported; native syntaxes can be written.");
        var copy = dataset.Clone();
        if (syntax.IsEncapsulated && !OutputSyntax.IsEncapsulated && dataset.Contains(DicomTag.PixelData))
            Decode(dataset, copy);
        copy.InternalTransferSyntax = OutputSyntax;
        return copy;
    }

    /// <summary>The samples of one frame, counted from 0, decoded if need be.</summary>
    /// <exception cref="DicomCodecException">It cannot be decoded.</exception>
    public IByteBuffer DecodeFrame(DicomDataset dataset, int frame) => DicomPixelData.Create(dataset) switch
    {
        EncapsulatedPixelData pixels => new MemoryByteBuffer(new FrameDecoder(pixels).Decode(frame)),
        var pixels => pixels.GetFrame(frame),
    };

    private static void Decode(DicomDataset dataset, DicomDataset copy)
    {
        var pixels = (EncapsulatedPixelData)DicomPixelData.Create(dataset);
        var decoder = new FrameDecoder(pixels);
        var frames = new CompositeByteBuffer();
        for (var frame = 0; frame < pixels.NumberOfFrames; frame++)
            frames.Buffers.Add(new MemoryByteBuffer(decoder.Decode(frame)));
        var data = frames.Buffers.Count == 1 ? frames.Buffers[0] : frames;
        copy.AutoValidate = false;
        copy.InternalTransferSyntax = DicomTransferSyntax.ExplicitVRLittleEndian;
        copy.AddOrUpdate(pixels.BitsAllocated > 8 ? new DicomOtherWord(DicomTag.PixelData, data) : new DicomOtherByte(DicomTag.PixelData, data));
        if (pixels.SamplesPerPixel > 1)
            copy.AddOrUpdate(DicomTag.PlanarConfiguration, (ushort)0);
        if (pixels.PhotometricInterpretation == PhotometricInterpretation.YbrFull422)
            copy.AddOrUpdate(DicomTag.PhotometricInterpretation, PhotometricInterpretation.YbrFull.Value); // each pixel has its own colour now
        else if (pixels.PhotometricInterpretation is { Value: "YBR_RCT" or "YBR_ICT" })
            copy.AddOrUpdate(DicomTag.PhotometricInterpretation, PhotometricInterpretation.Rgb.Value); // undone with the wavelets
        copy.AutoValidate = dataset.AutoValidate;
    }
}
