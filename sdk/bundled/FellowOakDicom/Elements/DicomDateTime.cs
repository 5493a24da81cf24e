using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Dates with times, and the offset from UTC where given (DT).</summary>
public class DicomDateTime : DicomDateElement
{
    private static readonly string[] Formats =
    [
        "yyyyMMddHHmmss",
        "yyyyMMddHHmmss.f",
        "yyyyMMddHHmmss.ff",
        "yyyyMMddHHmmss.fff",
        "yyyyMMddHHmmss.ffff",
        "yyyyMMddHHmmss.fffff",
        "yyyyMMddHHmmss.ffffff",
        "yyyyMMddHHmm",
        "yyyyMMddHH",
        "yyyyMMdd",
        "yyyyMM",
        "yyyy",
        "yyyyMMddHHmmsszzz",
        "yyyyMMddHHmmss.fzzz",
        "yyyyMMddHHmmss.ffzzz",
        "yyyyMMddHHmmss.fffzzz",
        "yyyyMMddHHmmss.ffffzzz",
        "yyyyMMddHHmmss.fffffzzz",
        "yyyyMMddHHmmss.ffffffzzz",
        "yyyyMMddHHmmzzz",
        "yyyyMMddHHzzz",
    ];

    public DicomDateTime(DicomTag tag, params DateTime[] values)
        : base(tag, Formats, values)
    {
    }

    public DicomDateTime(DicomTag tag, params string[] values)
        : base(tag, Formats, values)
    {
    }

    public DicomDateTime(DicomTag tag, DicomDateRange range)
        : base(tag, Formats, range)
    {
    }

    public DicomDateTime(DicomTag tag, IByteBuffer data)
        : base(tag, Formats, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.DT;
}
