namespace FellowOakDicom;

/// <summary>Where a reader is, for a caller to decide whether it shall stop.</summary>
public sealed class ParseState
{
    /// <summary>The element whose value comes next.</summary>
    public DicomTag Tag { get; set; }

    /// <summary>The element before it in the same dataset; null at its beginning.</summary>
    public DicomTag PreviousTag { get; set; }

    /// <summary>0 in the file's dataset, 1 in the items of its sequences, and so on.</summary>
    public int SequenceDepth { get; set; }
}
