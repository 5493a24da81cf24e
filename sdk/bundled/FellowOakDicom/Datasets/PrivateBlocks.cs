namespace FellowOakDicom;

// Private elements: (gggg,00bb) names the creator of all elements (gggg,bb00) to (gggg,bbff).
internal static class PrivateBlocks
{
    // The tag at which a creator's element lies in a dataset; 0 where the creator has no block there.
    public static uint Locate(DicomDataset dataset, DicomTag tag)
    {
        if (tag.Element is >= 0x10 and <= 0xff && IsCreator(dataset, tag))
            return tag.Card;
        var group = tag.Card & 0xffff0000;
        for (var i = First(dataset, group | 0x10); i < dataset.Count && dataset.CardAt(i) <= (group | 0xff); i++)
            if (CreatorAt(dataset, i) == tag.PrivateCreator.Creator)
                return group | (dataset.CardAt(i) & 0xff) << 8 | (tag.Card & 0xff);
        return 0;
    }

    // As Locate; a creator without a block is given the next free one.
    public static uint Reserve(DicomDataset dataset, DicomTag tag)
    {
        var known = Locate(dataset, tag);
        if (known != 0)
            return known;
        var group = tag.Card & 0xffff0000;
        for (var block = 0x10u; block <= 0xff; block++)
        {
            if (dataset.IndexOf(group | block) >= 0)
                continue;
            dataset.Put(new DicomLongString(new DicomTag(group | block), tag.PrivateCreator.Creator));
            return group | block << 8 | (tag.Card & 0xff);
        }
        throw new DicomDataException($"Group {tag.Group:x4} has no free block for '{tag.PrivateCreator.Creator}'; all 240 are taken.");
    }

    // Who reserved the block a private element lies in; null where nobody has.
    public static DicomPrivateCreator CreatorOf(DicomDataset dataset, uint card)
    {
        var element = card & 0xffff;
        var reservation = element > 0xff ? (card & 0xffff0000) | element >> 8 : 0;
        var index = reservation == 0 ? -1 : dataset.IndexOf(reservation);
        return index >= 0 && CreatorAt(dataset, index) is { Length: > 0 } name ? new DicomPrivateCreator(name) : null;
    }

    private static bool IsCreator(DicomDataset dataset, DicomTag tag)
    {
        var index = dataset.IndexOf(tag.Card);
        return index >= 0 && CreatorAt(dataset, index) == tag.PrivateCreator.Creator;
    }

    private static string CreatorAt(DicomDataset dataset, int index) =>
        dataset.ItemAt(index) is DicomStringElement text ? text.Get<string>() : null;

    private static int First(DicomDataset dataset, uint card)
    {
        var index = dataset.IndexOf(card);
        return index < 0 ? ~index : index;
    }
}
