using System.Collections;

namespace FellowOakDicom;

/// <summary>An item that holds datasets (SQ).</summary>
public class DicomSequence : DicomItem, IEnumerable<DicomDataset>
{
    public DicomSequence(DicomTag tag, params DicomDataset[] items)
        : base(tag) => Items = [.. items];

    public IList<DicomDataset> Items { get; }

    public override DicomVR ValueRepresentation => DicomVR.SQ;

    public override void Validate()
    {
        foreach (var item in Items)
            item.Validate();
    }

    public IEnumerator<DicomDataset> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
