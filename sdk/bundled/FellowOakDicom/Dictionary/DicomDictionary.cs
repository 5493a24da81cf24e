using System.Collections;
using System.Collections.Concurrent;

namespace FellowOakDicom;

/// <summary>Names, value representations and multiplicities of the tags.</summary>
public class DicomDictionary : IEnumerable<DicomDictionaryEntry>
{
    public static readonly DicomDictionaryEntry UnknownTag = new(
        DicomTag.Unknown, "Unknown", "Unknown", DicomVM.VM_1_n, false,
        DicomVR.UN, DicomVR.AE, DicomVR.AS, DicomVR.AT, DicomVR.CS, DicomVR.DA, DicomVR.DS, DicomVR.DT, DicomVR.FD, DicomVR.FL,
        DicomVR.IS, DicomVR.LO, DicomVR.LT, DicomVR.OB, DicomVR.OD, DicomVR.OF, DicomVR.OL, DicomVR.OV, DicomVR.OW, DicomVR.PN,
        DicomVR.SH, DicomVR.SL, DicomVR.SQ, DicomVR.SS, DicomVR.ST, DicomVR.SV, DicomVR.TM, DicomVR.UC, DicomVR.UI, DicomVR.UL,
        DicomVR.UR, DicomVR.US, DicomVR.UT, DicomVR.UV);

    public static readonly DicomDictionaryEntry PrivateCreatorTag = new(
        DicomMaskedTag.Parse("xxxx", "00xx"), "Private Creator", "PrivateCreator", DicomVM.VM_1, false, DicomVR.LO);

    private static readonly DicomDictionary Standard = new() { _table = new(() => StandardTable.Instance) };

    private readonly ConcurrentDictionary<uint, DicomDictionaryEntry> _entries = new();
    private readonly ConcurrentDictionary<string, DicomTag> _keywords = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DicomPrivateCreator> _creators = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DicomPrivateCreator, DicomDictionary> _private = new();
    private readonly ConcurrentBag<DicomDictionaryEntry> _masked = [];

    // The standard's, which only the default dictionary has; what was looked up in it is kept in the others.
    private Lazy<StandardTable> _table;

    public DicomDictionary()
    {
    }

    private DicomDictionary(DicomPrivateCreator creator) => PrivateCreator = creator;

    /// <summary>The dictionary every tag looks itself up in.</summary>
    public static DicomDictionary Default
    {
        get => field ?? Standard;
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
            if (_table?.Value.Find(tag.Card) is { } standard)
                return _entries.GetOrAdd(tag.Card, standard);
            return _masked.Concat(_table?.Value.Families ?? []).FirstOrDefault(family => family.MaskTag.IsMatch(tag)) ?? UnknownTag;
        }
    }

    public DicomTag this[string keyword] => _keywords.TryGetValue(keyword, out var tag) ? tag : _table?.Value.Find(keyword);

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
        _entries.Values.Concat(_masked).Concat(_table?.Value.Entries ?? []).DistinctBy(entry => entry.Keyword).OrderBy(entry => entry.Tag.Card).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
