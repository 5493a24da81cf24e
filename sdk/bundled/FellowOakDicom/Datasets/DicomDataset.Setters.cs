namespace FellowOakDicom;

public partial class DicomDataset
{
    /// <exception cref="DicomDataException">The tag is there already.</exception>
    public DicomDataset Add(DicomItem item) => Put(item, replace: false);

    public DicomDataset Add(params DicomItem[] items) => Add((IEnumerable<DicomItem>)items);

    public DicomDataset Add(IEnumerable<DicomItem> items)
    {
        foreach (var item in items)
            Put(item, replace: false);
        return this;
    }

    /// <summary>Adds values with the representation the dictionary gives for the tag.</summary>
    public DicomDataset Add<T>(DicomTag tag, params T[] values) => Add(ElementFactory.ChooseVR(this, tag, values), tag, values);

    public DicomDataset Add<T>(DicomVR vr, DicomTag tag, params T[] values) => Put(ElementFactory.FromValues(vr, tag, values), replace: false);

    public DicomDataset AddOrUpdate(DicomItem item) => Put(item);

    public DicomDataset AddOrUpdate(params DicomItem[] items) => AddOrUpdate((IEnumerable<DicomItem>)items);

    public DicomDataset AddOrUpdate(IEnumerable<DicomItem> items)
    {
        foreach (var item in items)
            Put(item);
        return this;
    }

    /// <summary>Sets values with the representation the dictionary gives for the tag.</summary>
    /// <exception cref="DicomDataException">They do not fit it.</exception>
    public DicomDataset AddOrUpdate<T>(DicomTag tag, params T[] values) => AddOrUpdate(ElementFactory.ChooseVR(this, tag, values), tag, values);

    public DicomDataset AddOrUpdate<T>(DicomVR vr, DicomTag tag, params T[] values) => Put(ElementFactory.FromValues(vr, tag, values));

    public DicomDataset Remove(params DicomTag[] tags)
    {
        foreach (var tag in tags)
        {
            var index = IndexOf(tag);
            if (index >= 0)
                RemoveAt(index);
        }
        return this;
    }

    public DicomDataset Remove(Func<DicomItem, bool> selector)
    {
        for (var i = _count - 1; i >= 0; i--)
            if (selector(ItemAt(i)))
                RemoveAt(i);
        return this;
    }

    public DicomDataset Clear()
    {
        _entries = [];
        _count = 0;
        _encodings = null;
        return this;
    }

    public DicomDataset CopyTo(DicomDataset destination)
    {
        destination.AddOrUpdate(this);
        return this;
    }

    public DicomDataset CopyTo(DicomDataset destination, params DicomTag[] tags)
    {
        foreach (var tag in tags)
            if (GetDicomItem<DicomItem>(tag) is { } item)
                destination.AddOrUpdate(item);
        return this;
    }

    /// <summary>Checks every item.</summary>
    /// <exception cref="DicomValidationException">One breaks the rules of its representation or multiplicity.</exception>
    public void Validate()
    {
        foreach (var item in this)
            item.Validate();
    }

    protected virtual void ValidateTag(DicomTag tag)
    {
        if (tag.Group == 0x0002)
            throw new DicomDataException($"{DicomTag.Describe(tag.Card)} belongs to the file meta information, not to a dataset.");
    }

    // While parsing: at the end, whatever the order; Sort follows.
    internal void Append(in DicomEntry entry)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count switch { 0 => 8, < 64 => _count * 4, _ => _count * 2 });
        _entries[_count++] = entry;
    }

    internal void DropLast() => _entries[--_count] = default;

    // Into ascending order; of a tag that is there twice the last stays.
    internal void Sort()
    {
        for (var i = 1; i < _count; i++)
            if (_entries[i].Tag <= _entries[i - 1].Tag)
            {
                var order = _entries.Take(_count).Reverse().DistinctBy(entry => entry.Tag).OrderBy(entry => entry.Tag);
                _entries = [.. order];
                _count = _entries.Length;
                return;
            }
    }

    internal DicomDataset Put(DicomItem item, bool replace = true)
    {
        ValidateTag(item.Tag);
        if (AutoValidate)
            item.Validate();
        var card = item.Tag is { IsPrivate: true, PrivateCreator: not null } tag ? PrivateBlocks.Reserve(this, tag) : item.Tag.Card;
        if (card != item.Tag.Card)
            item.Tag = new DicomTag(card, item.Tag.PrivateCreator);
        var index = IndexOf(card);
        if (index >= 0 && !replace)
            throw Error($"{DicomTag.Describe(card)} is there already. Call AddOrUpdate to replace it.");
        if (index < 0)
            Insert(index = ~index);
        _entries[index] = new DicomEntry { Tag = card, Vr = item.ValueRepresentation, Source = item };
        Adopt(item, card);
        return this;
    }

    private void Insert(int index)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(16, _count * 2));
        Array.Copy(_entries, index, _entries, index + 1, _count - index);
        _count++;
    }

    private void RemoveAt(int index)
    {
        if (_entries[index].Tag == 0x00080005)
            _encodings = null;
        Array.Copy(_entries, index + 1, _entries, index, _count - index - 1);
        _entries[--_count] = default;
    }

    // Text is encoded with the character set of the dataset it is in, also of those already there when the set changes.
    private void Adopt(DicomItem item, uint card)
    {
        if (card == 0x00080005)
        {
            for (var i = 0; i < _count; i++)
                _ = ItemAt(i) is DicomStringElement text ? text.Get<string>() : null; // decoded with the old set
            _encodings = null;
            for (var i = 0; i < _count; i++)
                Adopt(ItemAt(i));
        }
        else
            Adopt(item);
    }

    private void Adopt(DicomItem item)
    {
        if (item is DicomStringElement { ValueRepresentation.IsStringEncoded: true } text)
            text.EncodeAs(Encodings);
        else if (item is DicomSequence sequence)
            foreach (var inner in sequence.Items)
                inner.UseOuter(Encodings);
    }

    private void UseOuter(System.Text.Encoding[] outer)
    {
        if (IndexOf(0x00080005) >= 0)
            return;
        for (var i = 0; i < _count; i++)
            _ = ItemAt(i) is DicomStringElement text ? text.Get<string>() : null;
        OuterEncodings = outer;
        _encodings = null;
        for (var i = 0; i < _count; i++)
            Adopt(ItemAt(i));
    }
}
