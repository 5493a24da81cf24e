using System.Collections;
using System.Collections.Concurrent;

namespace FellowOakDicom;

/// <summary>Names, value representations and multiplicities of the tags.</summary>
/// <remarks>The standard's tags are read from an embedded table when the first name is asked for.</remarks>
public partial class DicomDictionary : IEnumerable<DicomDictionaryEntry>
{
    public static readonly DicomDictionaryEntry UnknownTag = new(
        DicomTag.Unknown, "Unknown", "Unknown", DicomVM.VM_1_n, false,
        DicomVR.UN, DicomVR.AE, DicomVR.AS, DicomVR.AT, DicomVR.CS, DicomVR.DA, DicomVR.DS, DicomVR.DT, DicomVR.FD, DicomVR.FL,
        DicomVR.IS, DicomVR.LO, DicomVR.LT, DicomVR.OB, DicomVR.OD, DicomVR.OF, DicomVR.OL, DicomVR.OV, DicomVR.OW, DicomVR.PN,
        DicomVR.SH, DicomVR.SL, DicomVR.SQ, DicomVR.SS, DicomVR.ST, DicomVR.SV, DicomVR.TM, DicomVR.UC, DicomVR.UI, DicomVR.UL,
        DicomVR.UR, DicomVR.US, DicomVR.UT, DicomVR.UV);

    public static readonly DicomDictionaryEntry PrivateCreatorTag = new(
        DicomMaskedTag.Parse("xxxx", "00xx"), "Private Creator", "PrivateCreator", DicomVM.VM_1, false, DicomVR.LO);

    private static readonly Lazy<DicomDictionary> Standard = new(ReadStandard);

    private readonly ConcurrentDictionary<uint, DicomDictionaryEntry> _entries = new();
    private readonly ConcurrentDictionary<string, DicomTag> _keywords = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DicomPrivateCreator> _creators = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DicomPrivateCreator, DicomDictionary> _private = new();
    private readonly ConcurrentBag<DicomDictionaryEntry> _masked = [];

    public DicomDictionary()
    {
    }

    private DicomDictionary(DicomPrivateCreator creator) => PrivateCreator = creator;

    /// <summary>The dictionary every tag looks itself up in.</summary>
    public static DicomDictionary Default
    {
        get => field ?? Standard.Value;
        set;
    }

    /// <summary>Whose private tags this dictionary holds; null for the standard's.</summary>
    public DicomPrivateCreator PrivateCreator { get; internal set; }

    public DicomDictionaryEntry this[DicomTag tag]
    {
        get
        {
            if (_private.Count > 0 && tag.PrivateCreator is { } creator && _private.TryGetValue(creator, out var own))
                return own[new DicomTag(tag.Card & 0xffff00ff)];
            if (_entries.TryGetValue(tag.Card, out var entry))
                return entry;
            if (tag.IsPrivate)
                return tag.Element is >= 0x10 and <= 0xff ? PrivateCreatorTag : UnknownTag;
            return _masked.FirstOrDefault(masked => masked.MaskTag.IsMatch(tag)) ?? UnknownTag;
        }
    }

    public DicomTag this[string keyword] => _keywords.TryGetValue(keyword, out var tag) ? tag : null;

    public DicomDictionary this[DicomPrivateCreator creator] => _private.GetOrAdd(creator, c => new DicomDictionary(c));

    /// <summary>The default dictionary; no private dictionaries are supplied, so there is nothing more to load.</summary>
    public static DicomDictionary EnsureDefaultDictionariesLoaded(bool? loadPrivateDictionary = null) => Default;

    /// <summary>Adds a tag, or replaces what was known of it.</summary>
    public void Add(DicomDictionaryEntry entry)
    {
        if (entry.MaskTag is not null && entry.MaskTag.Mask != DicomMaskedTag.FullMask)
            _masked.Add(entry);
        else
            _entries[entry.Tag.Card] = entry;
        _keywords[entry.Keyword] = entry.Tag;
    }

    public DicomPrivateCreator GetPrivateCreator(string creator) =>
        _creators.GetOrAdd(creator, name => new DicomPrivateCreator(name));

    public IEnumerator<DicomDictionaryEntry> GetEnumerator() =>
        _entries.Values.OrderBy(entry => entry.Tag.Card).Concat(_masked).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
