using System.Text;
using FellowOakDicom.IO.Buffer;

namespace FellowOakDicom;

/// <summary>Names of persons (PN): family ^ given ^ middle ^ prefix ^ suffix, in up to three scripts with = between them.</summary>
public sealed class DicomPersonName : DicomMultiStringElement
{
    public DicomPersonName(DicomTag tag, params string[] values)
        : base(tag, values)
    {
    }

    public DicomPersonName(DicomTag tag, string Last, string First, string Middle = null, string Prefix = null, string Suffix = null)
        : base(tag, string.Join('^', Last, First, Middle, Prefix, Suffix).TrimEnd('^'))
    {
    }

    public DicomPersonName(DicomTag tag, Encoding[] encodings, IByteBuffer data)
        : base(tag, encodings, data)
    {
    }

    public override DicomVR ValueRepresentation => DicomVR.PN;

    public string Last => Part(0);

    public string First => Part(1);

    public string Middle => Part(2);

    public string Prefix => Part(3);

    public string Suffix => Part(4);

    /// <summary>Whether two names agree in the scripts both have, trailing separators aside.</summary>
    public static bool HaveSameContent(DicomPersonName nameA, DicomPersonName nameB)
    {
        if (nameA is null || nameB is null)
            return nameA is null && nameB is null;
        return Normal(nameA).SequenceEqual(Normal(nameB));
    }

    private static IEnumerable<string> Normal(DicomPersonName name) =>
        name.Values.Select(value => string.Join('=', value.Split('=').Select(group => group.TrimEnd('^'))).TrimEnd('='));

    private string Part(int index)
    {
        if (Count == 0)
            return "";
        var parts = Values[0].Split('=')[0].Split('^');
        return index < parts.Length ? parts[index] : "";
    }
}
