using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Unique identifiers (UI).</summary>
public class DicomUniqueIdentifier : DicomMultiStringElement
{
    public DicomUniqueIdentifier(DicomTag tag, params string[] values)
        : base(tag, values)
    {
    }

    public DicomUniqueIdentifier(DicomTag tag, params DicomUID[] values)
        : base(tag, Array.ConvertAll(values, uid => uid?.UID))
    {
    }

    public DicomUniqueIdentifier(DicomTag tag, params DicomTransferSyntax[] values)
        : base(tag, Array.ConvertAll(values, syntax => syntax?.UID.UID))
    {
    }

    public DicomUniqueIdentifier(DicomTag tag, IByteBuffer data)
        : base(tag, null, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.UI;

    internal override T ConvertValue<T>(string value)
    {
        if (typeof(T) == typeof(DicomUID))
            return (T)(object)DicomUID.Parse(value);
        if (typeof(T) == typeof(DicomTransferSyntax))
            return (T)(object)DicomTransferSyntax.Parse(value);
        return base.ConvertValue<T>(value);
    }
}
