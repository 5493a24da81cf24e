namespace FellowOakDicom;

// One item of a dataset. What was parsed stays a place in a buffer until it is asked for; then Source becomes the item.
internal struct DicomEntry
{
    public uint Tag;
    public int Offset;
    public int Length;
    public DicomVR Vr;

    // byte[]: the value lies there at Offset. IByteBuffer: the value itself. DicomItem: made or added.
    public object Source;
}
