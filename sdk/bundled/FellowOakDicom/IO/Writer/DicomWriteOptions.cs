namespace FellowOakDicom.IO.Writer;

/// <summary>Choices the format leaves to a writer.</summary>
public class DicomWriteOptions
{
    public DicomWriteOptions()
    {
    }

    public DicomWriteOptions(DicomWriteOptions options)
    {
        KeepGroupLengths = options.KeepGroupLengths;
        ExplicitLengthSequences = options.ExplicitLengthSequences;
        ExplicitLengthSequenceItems = options.ExplicitLengthSequenceItems;
    }

    public static DicomWriteOptions Default { get; } = new();

    /// <summary>Whether retired group length elements are written as they are, though they may be wrong; else they are left out.</summary>
    public bool KeepGroupLengths { get; set; }

    /// <summary>Whether sequences say their length in bytes; else a delimiter ends them.</summary>
    public bool ExplicitLengthSequences { get; set; }

    /// <summary>Whether items of sequences say their length in bytes; else a delimiter ends them.</summary>
    public bool ExplicitLengthSequenceItems { get; set; }
}
