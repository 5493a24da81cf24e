using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Unsigned 16-bit numbers (US).</summary>
public class DicomUnsignedShort : DicomValueElement<ushort>
{
    public DicomUnsignedShort(DicomTag tag, params ushort[] values)
        : base(tag, values)
    {
    }

    public DicomUnsignedShort(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.US;

    // The getter of Rows, Columns and the like: without a box for the commonest types.
    public override T Get<T>(int item = -1)
    {
        if (typeof(T) == typeof(int))
            return (T)(object)(int)Value(Math.Max(item, 0));
        return base.Get<T>(item);
    }
}
