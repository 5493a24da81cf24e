using System.Buffers.Binary;

namespace FellowOakDicom.IO.Reader;

// How a file begins, and what its first element looks like.
internal static class FileStart
{
    // Steps over the preamble. Without one the file must begin with file meta information: a bare dataset says neither
    // that it is DICOM nor how it is encoded.
    public static DicomFileFormat Find(ByteWindow window)
    {
        if (window.Require(132) && window.Ahead.Slice(128, 4).SequenceEqual("DICM"u8))
        {
            window.Skip(132);
            return IsMeta(window) ? DicomFileFormat.DICOM3 : DicomFileFormat.DICOM3NoFileMetaInfo;
        }
        if (window.Require(4) && window.Ahead[..4].SequenceEqual("DICM"u8))
            window.Skip(4);
        if (IsMeta(window))
            return DicomFileFormat.DICOM3NoPreamble;
        throw new DicomReaderException(window.Rest == 0
            ? "the file is empty; a DICOM file was expected."
            : "this is not a DICOM file: neither has it the letters 'DICM' at byte 128 nor does it begin with file meta information. "
                + "If it is a bare dataset, export it again as a DICOM file.");
    }

    // The syntax to read with. Where the first element plainly contradicts what the file says, the element is right.
    public static DicomTransferSyntax Syntax(ByteWindow window, DicomTransferSyntax said)
    {
        if (said is { IsDeflate: true } || !window.Require(6))
            return said ?? DicomTransferSyntax.ImplicitVRLittleEndian;
        var bytes = window.Ahead;
        var hasVR = DicomVR.Find(bytes[4], bytes[5]) is not null;
        if (said is null)
            return Guess(bytes, hasVR);
        if (said.IsExplicitVR && !hasVR && !char.IsAsciiLetterUpper((char)bytes[4]) && bytes[5] == 0 && !said.Endian.IsBig && !said.IsEncapsulated)
            return DicomTransferSyntax.ImplicitVRLittleEndian;
        return said == DicomTransferSyntax.ImplicitVRLittleEndian && hasVR ? DicomTransferSyntax.ExplicitVRLittleEndian : said;
    }

    // The first group is small, so its high byte is 0.
    private static DicomTransferSyntax Guess(ReadOnlySpan<byte> bytes, bool hasVR)
    {
        if (!hasVR)
            return DicomTransferSyntax.ImplicitVRLittleEndian;
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes) > 0xff
            ? DicomTransferSyntax.ExplicitVRBigEndian
            : DicomTransferSyntax.ExplicitVRLittleEndian;
    }

    private static bool IsMeta(ByteWindow window) =>
        window.Require(6) && BinaryPrimitives.ReadUInt16LittleEndian(window.Ahead) == 2 && DicomVR.Find(window.Ahead[4], window.Ahead[5]) is not null;
}
