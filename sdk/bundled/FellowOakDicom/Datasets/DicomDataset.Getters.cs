namespace FellowOakDicom;

public partial class DicomDataset
{
    /// <summary>The text of an element; several values with backslashes between them, numbers in decimal.</summary>
    /// <exception cref="DicomDataException">The tag is not there, or is a sequence.</exception>
    public string GetString(DicomTag tag) => Read(tag, element => element.Count == 0 ? "" : element.Get<string>());

    public bool TryGetString(DicomTag tag, out string stringValue)
    {
        var element = GetDicomItem<DicomElement>(tag);
        stringValue = element is null ? null : element.Count == 0 ? "" : element.Get<string>();
        return element is not null;
    }

    /// <summary>The only value of an element.</summary>
    /// <exception cref="DicomDataException">The tag is not there, has no value or several, or it is not of that type.</exception>
    public T GetSingleValue<T>(DicomTag tag)
    {
        RejectArray<T>(nameof(GetValues));
        return Read(tag, static element => element.Count == 1
            ? element.Get<T>(0)
            : throw new DicomDataException($"{DicomTag.Describe(element.Tag.Card)} has {element.Count} values; one was expected."));
    }

    /// <summary>The only value of an element, or <paramref name="defaultValue"/> where there is not one value of that type.</summary>
    public T GetSingleValueOrDefault<T>(DicomTag tag, T defaultValue) =>
        TryGetSingleValue<T>(tag, out var value) ? value : defaultValue;

    public bool TryGetSingleValue<T>(DicomTag tag, out T value)
    {
        RejectArray<T>(nameof(TryGetValues));
        value = default;
        return GetDicomItem<DicomElement>(tag) is { Count: 1 } element && TryGet(element, 0, out value);
    }

    /// <summary>The value at a position, counted from 0.</summary>
    /// <exception cref="DicomDataException">The tag or the position is not there, or the value is not of that type.</exception>
    public T GetValue<T>(DicomTag tag, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        RejectArray<T>(nameof(GetValues));
        return Read(tag, element => element.Get<T>(index));
    }

    public bool TryGetValue<T>(DicomTag tag, int index, out T elementValue)
    {
        RejectArray<T>(nameof(TryGetValues));
        elementValue = default;
        return index >= 0 && GetDicomItem<DicomElement>(tag) is { } element && index < element.Count
            && TryGet(element, index, out elementValue);
    }

    public T GetValueOrDefault<T>(DicomTag tag, int index, T defaultValue) =>
        TryGetValue<T>(tag, index, out var value) ? value : defaultValue;

    /// <summary>All values; none where the element is empty.</summary>
    /// <exception cref="DicomDataException">The tag is not there, or a value is not of that type.</exception>
    public T[] GetValues<T>(DicomTag tag)
    {
        RejectArray<T>(nameof(GetValues));
        return Read(tag, static element => element.Get<T[]>());
    }

    public bool TryGetValues<T>(DicomTag tag, out T[] values)
    {
        RejectArray<T>(nameof(TryGetValues));
        values = null;
        return GetDicomItem<DicomElement>(tag) is { } element && TryGet(element, -1, out values);
    }

    /// <exception cref="DicomDataException">The tag is not there, or is a sequence.</exception>
    public int GetValueCount(DicomTag tag) => Read(tag, static element => element.Count);

    /// <exception cref="DicomDataException">The tag is not there, or is no sequence.</exception>
    public DicomSequence GetSequence(DicomTag tag)
    {
        var index = IndexOf(tag);
        if (index < 0)
            throw Missing(tag);
        return ItemAt(index) as DicomSequence
            ?? throw Error($"{DicomTag.Describe(tag.Card)} is a {ItemAt(index).ValueRepresentation.Code}, not a sequence.");
    }

    public bool TryGetSequence(DicomTag tag, out DicomSequence sequence)
    {
        sequence = GetDicomItem<DicomSequence>(tag);
        return sequence is not null;
    }

    public bool TryGetNonEmptySequence(DicomTag tag, out DicomSequence sequence)
    {
        sequence = GetDicomItem<DicomSequence>(tag) is { Items.Count: > 0 } filled ? filled : null;
        return sequence is not null;
    }

    // An error of this dataset, with the file it came from.
    internal DicomDataException Error(string fact, Exception cause = null) =>
        new(Origin is null ? fact : $"{Origin.Name}: {fact}", cause);

    internal DicomDataException Missing(DicomTag tag) =>
        Error($"{DicomTag.Describe(tag.Card)} is not there. {Origin?.Cut}".TrimEnd());

    private static void RejectArray<T>(string alternative)
    {
        if (typeof(T).IsArray)
            throw new DicomDataException($"T cannot be an array. Call {alternative} with the type of one value.");
    }

    private static bool TryGet<T>(DicomElement element, int index, out T value)
    {
        try
        {
            value = element.Get<T>(index);
            return true;
        }
        catch (DicomDataException)
        {
            value = default;
            return false;
        }
    }

    private T Read<T>(DicomTag tag, Func<DicomElement, T> get)
    {
        var index = IndexOf(tag);
        if (index < 0)
            throw Missing(tag);
        var element = ItemAt(index) as DicomElement
            ?? throw Error($"{DicomTag.Describe(tag.Card)} is a sequence and has no single value. Call GetSequence.");
        try
        {
            return get(element);
        }
        catch (DicomDataException e) when (Origin is not null)
        {
            throw Error(e.Message, e);
        }
    }
}
