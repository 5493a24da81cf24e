namespace FellowOakDicom;

// The value representation of the standard's tags straight from constant data, for implicit files: no name is ever read.
internal static class TagTable
{
    // Null where the standard does not know the tag or the choice is US, SS or OW by other elements (see Ambiguous).
    public static DicomVR Find(uint card)
    {
        var index = DicomTag.StandardTags.BinarySearch(card);
        if (index < 0)
            return FindInFamilies(card);
        var letters = DicomTag.StandardVRs.Slice(index * 2, 2);
        return (letters[0], letters[1]) switch
        {
            ((byte)'o', (byte)'x') or ((byte)'l', (byte)'t') => DicomVR.OW,
            ((byte)'x', (byte)'s') => null,
            _ => DicomVR.Find(letters[0], letters[1]),
        };
    }

    // US or SS, as Pixel Representation says.
    public static bool IsAmbiguous(uint card)
    {
        var index = DicomTag.StandardTags.BinarySearch(card);
        return index >= 0 && DicomTag.StandardVRs[index * 2] == 'x';
    }

    private static DicomVR FindInFamilies(uint card)
    {
        if ((card & 0xffff) == 0)
            return DicomVR.UL; // group length
        if ((card & 0x10000) != 0)
            return (card & 0xffff) is >= 0x10 and <= 0xff ? DicomVR.LO : DicomVR.UN;
        var group = card >> 24;
        if (group is not (0x50 or 0x60 or 0x7f or 0x10 or 0x00))
            return DicomVR.UN;
        var vrs = DicomDictionary.Default[new DicomTag(card)].ValueRepresentations;
        return vrs.Contains(DicomVR.OB) && vrs.Contains(DicomVR.OW) && vrs[0] != DicomVR.UN ? DicomVR.OW : vrs[0];
    }
}
