using System.IO.Compression;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom.IO.Writer;

// Writes files as PS3.10 has them.
internal sealed partial class DatasetWriter(Stream target, DicomWriteOptions options)
{
    private bool _explicit = true;
    private bool _big;
    private DicomTransferSyntax _syntax = DicomTransferSyntax.ExplicitVRLittleEndian;

    public void WriteFile(DicomFile file)
    {
        target.Write(new byte[128]);
        target.Write("DICM"u8);
        WriteMeta(file.FileMetaInfo);
        _syntax = file.FileMetaInfo.TransferSyntax;
        _explicit = _syntax.IsExplicitVR;
        _big = _syntax.Endian.IsBig;
        if (_syntax.IsDeflate)
            WriteDeflated(file.Dataset);
        else
            WriteItems(file.Dataset);
    }

    private void WriteMeta(DicomFileMetaInformation meta)
    {
        using var content = new MemoryStream();
        var writer = new DatasetWriter(content, options);
        foreach (var item in meta)
            if (item.Tag.Element != 0)
                writer.WriteItem(item, meta);
        var length = ByteConverter.ToByteBuffer(new[] { (uint)content.Length });
        WriteElement(new DicomUnsignedLong(new DicomTag(0x00020000), length), length.Data);
        content.WriteTo(target);
    }

    private void WriteDeflated(DicomDataset dataset)
    {
        using var content = new MemoryStream();
        using (var deflate = new DeflateStream(content, CompressionLevel.Optimal, leaveOpen: true))
            new DatasetWriter(deflate, options).WriteItems(dataset);
        if (content.Length % 2 != 0)
            content.WriteByte(0);
        content.WriteTo(target);
    }

    private void WriteItems(DicomDataset dataset)
    {
        foreach (var item in dataset)
            if (item.Tag.Element != 0 || options.KeepGroupLengths)
                WriteItem(item, dataset);
    }

    private void WriteItem(DicomItem item, DicomDataset dataset)
    {
        switch (item)
        {
            case DicomSequence sequence:
                WriteSequence(sequence);
                break;
            case DicomFragmentSequence fragments:
                WriteFragments(fragments);
                break;
            case DicomElement element:
                WriteElement(element, ValueOf(element, dataset));
                break;
        }
    }

    // The value in the byte order of the file, of even length.
    private ReadOnlySpan<byte> ValueOf(DicomElement element, DicomDataset dataset)
    {
        if (element.Tag.Card == 0x7fe00010 && _syntax.IsEncapsulated)
            throw new DicomDataException($"The pixel data are not compressed, which '{_syntax}' requires. Name the syntax they are in, or convert them first: dataset.Clone(syntax).");
        var vr = element.ValueRepresentation;
        var unit = element.Tag.Card == 0x7fe00010 ? PixelUnit(element, dataset) : _big ? vr.ByteSwap : 1;
        var bytes = element.Buffer.AsSpan();
        var swap = unit > 1 && (_big || (_syntax.SwapPixelData && element.Tag.Card == 0x7fe00010));
        if (!swap && bytes.Length % 2 == 0)
            return bytes;
        var own = new byte[bytes.Length + bytes.Length % 2];
        bytes.CopyTo(own);
        if (bytes.Length % 2 != 0)
            own[^1] = vr.PaddingValue;
        if (swap)
            Endian.SwapBytes(unit, own);
        return own;
    }

    // As for reading: OW pixels of 32 or 64 bits turn as a whole.
    private static int PixelUnit(DicomElement element, DicomDataset dataset)
    {
        if (element.ValueRepresentation == DicomVR.OB)
            return 1;
        return dataset.TryGetSingleValue<int>(0x00280100, out var bits) && bits is 32 or 64 ? bits / 8 : 2;
    }

    private void WriteElement(DicomElement element, ReadOnlySpan<byte> value)
    {
        WriteHeader(element.Tag.Card, element.ValueRepresentation, (uint)value.Length);
        target.Write(value);
    }
}
