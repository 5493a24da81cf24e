namespace FellowOakDicom;

/// <summary>What is often done with a dataset.</summary>
public static class DicomDatasetExtensions
{
    /// <summary>A copy: sequences are copied in depth, values are shared.</summary>
    public static DicomDataset Clone(this DicomDataset dataset)
    {
        var copy = new DicomDataset(dataset.InternalTransferSyntax)
        {
            AutoValidate = false,
            Origin = dataset.Origin,
            Outer = dataset.Outer,
            OuterEncodings = dataset.OuterEncodings,
        };
        foreach (var item in dataset)
            copy.Add(item is DicomSequence sequence ? new DicomSequence(sequence.Tag, [.. sequence.Items.Select(Clone)]) : item);
        copy.AutoValidate = dataset.AutoValidate;
        return copy;
    }

    /// <summary>A date and a time element as one.</summary>
    public static DateTime GetDateTime(this DicomDataset dataset, DicomTag date, DicomTag time)
    {
        var day = dataset.TryGetSingleValue(date, out DateTime d) ? d.Date : DateTime.MinValue;
        return dataset.TryGetSingleValue(time, out DateTime t) ? day + t.TimeOfDay : day;
    }

    public static IEnumerable<DicomItem> EnumerateGroup(this DicomDataset dataset, ushort group) =>
        dataset.Where(item => item.Tag.Group == group && item.Tag.Element != 0);

    public static IEnumerable<DicomItem> EnumerateMasked(this DicomDataset dataset, DicomMaskedTag mask) =>
        dataset.Where(item => mask.IsMatch(item.Tag));

    /// <summary>The same dataset, no longer checking what is added.</summary>
    public static DicomDataset NotValidated(this DicomDataset dataset)
    {
        dataset.AutoValidate = false;
        return dataset;
    }

    /// <summary>The same dataset, checking what is added.</summary>
    public static DicomDataset Validated(this DicomDataset dataset)
    {
        dataset.AutoValidate = true;
        return dataset;
    }
}
