using System.Buffers.Binary;
using FellowOakDicom.IO.Buffer;
using FellowOakDicom.IO.Reader;

namespace FellowOakDicom.IO.Writer;

internal sealed partial class DatasetWriter
{
    private void WriteSequence(DicomSequence sequence)
    {
        if (!options.ExplicitLengthSequences)
        {
            WriteHeader(sequence.Tag.Card, DicomVR.SQ, ElementHeader.Undefined);
            WriteSequenceItems(sequence);
            WriteHeader(ElementHeader.SequenceDelimiter, DicomVR.NONE, 0);
            return;
        }
        using var content = new MemoryStream();
        Into(content).WriteSequenceItems(sequence);
        WriteHeader(sequence.Tag.Card, DicomVR.SQ, (uint)content.Length);
        content.WriteTo(target);
    }

    private void WriteSequenceItems(DicomSequence sequence)
    {
        foreach (var item in sequence.Items)
        {
            if (!options.ExplicitLengthSequenceItems)
            {
                WriteHeader(ElementHeader.Item, DicomVR.NONE, ElementHeader.Undefined);
                WriteItems(item);
                WriteHeader(ElementHeader.ItemDelimiter, DicomVR.NONE, 0);
                continue;
            }
            using var content = new MemoryStream();
            Into(content).WriteItems(item);
            WriteHeader(ElementHeader.Item, DicomVR.NONE, (uint)content.Length);
            content.WriteTo(target);
        }
    }

    private DatasetWriter Into(Stream other) => new(other, options) { _explicit = _explicit, _big = _big, _syntax = _syntax };

    private void WriteFragments(DicomFragmentSequence fragments)
    {
        if (!_syntax.IsEncapsulated)
            throw new DicomDataException($"The pixel data are compressed; '{_syntax}' holds them as they are. Name the syntax they are in, or convert them first: dataset.Clone(syntax).");
        WriteHeader(fragments.Tag.Card, fragments.ValueRepresentation, ElementHeader.Undefined);
        WriteFragment(ByteConverter.ToByteBuffer(fragments.OffsetTable.ToArray()));
        foreach (var fragment in fragments)
            WriteFragment(EvenLengthBuffer.Create(fragment));
        WriteHeader(ElementHeader.SequenceDelimiter, DicomVR.NONE, 0);
    }

    private void WriteFragment(IByteBuffer fragment)
    {
        WriteHeader(ElementHeader.Item, DicomVR.NONE, (uint)fragment.Size);
        fragment.CopyToStream(target);
    }

    private void WriteHeader(uint tag, DicomVR vr, uint length)
    {
        Span<byte> header = stackalloc byte[12];
        Put16(header, (ushort)(tag >> 16));
        Put16(header[2..], (ushort)tag);
        if (!_explicit || vr == DicomVR.NONE)
        {
            Put32(header[4..], length);
            target.Write(header[..8]);
            return;
        }
        if (vr.Is16bitLength && length > ushort.MaxValue)
            vr = DicomVR.UN; // as PS3.5 section 6.2.2 has it for values too long for their representation
        header[4] = (byte)vr.Code[0];
        header[5] = (byte)vr.Code[1];
        if (vr.Is16bitLength)
            Put16(header[6..], (ushort)length);
        else
        {
            header[6] = header[7] = 0;
            Put32(header[8..], length);
        }
        target.Write(header[..(vr.Is16bitLength ? 8 : 12)]);
    }

    private void Put16(Span<byte> output, ushort value)
    {
        if (_big)
            BinaryPrimitives.WriteUInt16BigEndian(output, value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(output, value);
    }

    private void Put32(Span<byte> output, uint value)
    {
        if (_big)
            BinaryPrimitives.WriteUInt32BigEndian(output, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(output, value);
    }
}
