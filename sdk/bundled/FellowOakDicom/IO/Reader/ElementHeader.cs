namespace FellowOakDicom.IO.Reader;

// What stands before a value.
internal struct ElementHeader
{
    public const uint Undefined = 0xffffffff;

    public const uint Item = 0xfffee000;
    public const uint ItemDelimiter = 0xfffee00d;
    public const uint SequenceDelimiter = 0xfffee0dd;

    public uint Tag;
    public DicomVR Vr;
    public uint Length;

    // Where the tag stands, for messages.
    public long Position;

    public readonly bool IsDelimiter => Tag >> 16 == 0xfffe;

    public readonly bool IsPixelData => Tag is 0x7fe00010 or 0x7fe00008 or 0x7fe00009;
}
