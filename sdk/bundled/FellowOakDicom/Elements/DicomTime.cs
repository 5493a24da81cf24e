using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Times such as "235959.5" (TM).</summary>
public class DicomTime : DicomDateElement
{
    private static readonly string[] Formats =
    [
        "HHmmss",
        "HHmm",
        "HH",
        "HHmmss.f",
        "HHmmss.ff",
        "HHmmss.fff",
        "HHmmss.ffff",
        "HHmmss.fffff",
        "HHmmss.ffffff",
        "HH:mm:ss",
        "HH:mm",
    ];

    public DicomTime(DicomTag tag, params DateTime[] values)
        : base(tag, Formats, values)
    {
    }

    public DicomTime(DicomTag tag, params string[] values)
        : base(tag, Formats, values)
    {
    }

    public DicomTime(DicomTag tag, DicomDateRange range)
        : base(tag, Formats, range)
    {
    }

    public DicomTime(DicomTag tag, IByteBuffer data)
        : base(tag, Formats, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.TM;
}
