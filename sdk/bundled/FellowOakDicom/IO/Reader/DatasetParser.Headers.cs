using System.Buffers.Binary;

namespace FellowOakDicom.IO.Reader;

internal sealed partial class DatasetParser
{
    // Reads the tag, representation and length; at least 8 bytes are known to be there.
    private ElementHeader ReadHeader()
    {
        var header = new ElementHeader { Position = _window.Position };
        var bytes = _window.Ahead;
        header.Tag = (uint)UInt16(bytes) << 16 | UInt16(bytes[2..]);
        if (header.IsDelimiter || !_explicit)
        {
            header.Length = UInt32(bytes[4..]);
            header.Vr = header.IsDelimiter ? DicomVR.NONE : ImplicitVR(header.Tag);
            _window.Skip(8);
            return header;
        }
        header.Vr = DicomVR.Find(bytes[4], bytes[5]) ?? UnknownVR(header, bytes);
        if (header.Vr.Is16bitLength || header.Vr == DicomVR.NONE)
        {
            header.Length = UInt16(bytes[6..]);
            _window.Skip(8);
            return header;
        }
        if (!_window.Require(12))
            throw Broken(header.Position, $"the file ends within the length of {DicomTag.Describe(header.Tag)}");
        header.Length = UInt32(_window.Ahead[8..]);
        _window.Skip(12);
        return header;
    }

    private DicomVR ImplicitVR(uint tag) => TagTable.Find(tag) ?? (_signed ? DicomVR.SS : DicomVR.US);

    // Two capitals are a representation newer than this table, with a long length (PS3.5 section 7.1.2); two spaces or
    // question marks are written by some systems where the dictionary is to be asked.
    private DicomVR UnknownVR(in ElementHeader header, ReadOnlySpan<byte> bytes)
    {
        if (header.Tag == 0 && bytes[..8].IndexOfAnyExcept((byte)0) < 0)
            return DicomVR.NONE;
        if (char.IsAsciiLetterUpper((char)bytes[4]) && char.IsAsciiLetterUpper((char)bytes[5]) && bytes[6] == 0 && bytes[7] == 0)
            return DicomVR.UN;
        if (bytes[4] == bytes[5] && bytes[4] is (byte)' ' or (byte)'?' && ImplicitVR(header.Tag) is { Is16bitLength: true } known)
            return known;
        throw Broken(header.Position,
            $"{DicomTag.Describe(header.Tag)} has the bytes 0x{bytes[4]:x2} 0x{bytes[5]:x2} where its value representation was expected");
    }

    // Zeros after the last element, as some systems write to fill a block.
    private bool IsPadding(in ElementHeader header, int depth) =>
        depth == 0 && header.Tag == 0 && header.Length == 0 && (header.Vr == DicomVR.NONE || !_explicit);

    // Compressed pixel data come in fragments; anything else without a length is a sequence.
    private static bool IsFragmented(in ElementHeader header) =>
        header.IsPixelData || header.Vr == DicomVR.OB || header.Vr == DicomVR.OW;

    private ushort UInt16(ReadOnlySpan<byte> bytes) => _big
        ? BinaryPrimitives.ReadUInt16BigEndian(bytes)
        : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private uint UInt32(ReadOnlySpan<byte> bytes) => _big
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
