using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Signed 16-bit numbers (SS).</summary>
public class DicomSignedShort : DicomValueElement<short>
{
    public DicomSignedShort(DicomTag tag, params short[] values)
        : base(tag, values)
    {
    }

    public DicomSignedShort(DicomTag tag, IByteBuffer data)
        : base(tag, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.SS;

    // The getter of Rows, Columns and the like: without a box for the commonest types.
    public override T Get<T>(int item = -1)
    {
        if (typeof(T) == typeof(int))
            return (T)(object)(int)Value(Math.Max(item, 0));
        return base.Get<T>(item);
    }
}
