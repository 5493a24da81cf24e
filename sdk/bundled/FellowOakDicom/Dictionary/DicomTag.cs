using System.Globalization;
using System.Reflection;

namespace FellowOakDicom;

/// <summary>The identity of a data element: group and element number, and for a private one the creator of its block.</summary>
public sealed partial class DicomTag : IFormattable, IEquatable<DicomTag>, IComparable<DicomTag>, IComparable
{
    public static readonly DicomTag Unknown;

    private readonly uint _card;

    // 5,000 field initialisers cost 50 ms of just-in-time compilation at first touch; one loop over the fields costs 5 ms.
    static DicomTag()
    {
        Unknown = new DicomTag(0xffff, 0xffff);
        var fields = typeof(DicomTag).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly);
        Array.Sort(fields, (a, b) => a.MetadataToken.CompareTo(b.MetadataToken));
        var tags = StandardTags;
        var next = 0;
        foreach (var field in fields)
            if (field.Name != nameof(Unknown))
                field.SetValue(null, new DicomTag(tags[next++]));
    }

    public DicomTag(ushort group, ushort element) => _card = (uint)group << 16 | element;

    public DicomTag(ushort group, ushort element, string privateCreator)
        : this(group, element, new DicomPrivateCreator(privateCreator))
    {
    }

    public DicomTag(ushort group, ushort element, DicomPrivateCreator privateCreator)
        : this(group, element) => PrivateCreator = privateCreator;

    internal DicomTag(uint card) => _card = card;

    internal DicomTag(uint card, DicomPrivateCreator privateCreator)
        : this(card) => PrivateCreator = privateCreator;

    public ushort Group => (ushort)(_card >> 16);

    public ushort Element => (ushort)_card;

    /// <summary>Whether the group is odd, which the standard leaves to manufacturers.</summary>
    public bool IsPrivate => (_card & 0x10000) != 0;

    public DicomPrivateCreator PrivateCreator { get; set; }

    /// <summary>What the dictionary says of this tag; an entry named "Unknown" where it says nothing.</summary>
    public DicomDictionaryEntry DictionaryEntry => DicomDictionary.Default[this];

    internal uint Card => _card;

    public static explicit operator uint(DicomTag tag) => tag._card;

    public static implicit operator DicomTag(uint tag) => new(tag);

    public static bool operator ==(DicomTag a, DicomTag b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(DicomTag a, DicomTag b) => !(a == b);

    /// <summary>Reads "(0010,0020)", "0010,0020", "00100020", "(0029,xx10:CREATOR)" or a keyword such as "PatientID".</summary>
    /// <exception cref="DicomDataException">The text is none of these.</exception>
    public static DicomTag Parse(string s)
    {
        var text = s.Trim().TrimStart('(').TrimEnd(')');
        var colon = text.IndexOf(':');
        var creator = colon < 0 ? null : text[(colon + 1)..];
        var digits = (colon < 0 ? text : text[..colon]).Replace(",", "", StringComparison.Ordinal)
            .Replace("xx", "10", StringComparison.OrdinalIgnoreCase);
        if (digits.Length == 8 && uint.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var card))
            return creator is null ? new DicomTag(card) : new DicomTag((ushort)(card >> 16), (ushort)card, creator);
        return DicomDictionary.Default[s.Trim()]
            ?? throw new DicomDataException($"'{s}' is not a tag. Give '(gggg,eeee)' in hexadecimal digits or a keyword such as 'PatientID'.");
    }

    public int CompareTo(DicomTag other)
    {
        if (other is null)
            return 1;
        var byNumber = _card.CompareTo(other._card);
        if (byNumber != 0 || PrivateCreator is null || other.PrivateCreator is null)
            return byNumber;
        return PrivateCreator.CompareTo(other.PrivateCreator);
    }

    public int CompareTo(object obj) => obj is DicomTag other
        ? CompareTo(other)
        : throw new ArgumentException("A tag compares with tags only.", nameof(obj));

    public bool Equals(DicomTag other) => CompareTo(other) == 0;

    public override bool Equals(object obj) => obj is DicomTag other && Equals(other);

    public override int GetHashCode() => (int)_card;

    public override string ToString() => ToString("G", null);

    /// <summary>"G": (0010,0020), with the creator of a private tag; "J": 00100020.</summary>
    public string ToString(string format, IFormatProvider formatProvider) => format switch
    {
        "J" => _card.ToString("X8", CultureInfo.InvariantCulture),
        _ when PrivateCreator is null => $"({Group:x4},{Element:x4})",
        _ when Element > 0xff => $"({Group:x4},xx{Element & 0xff:x2}:{PrivateCreator.Creator})",
        _ => $"({Group:x4},{Element:x4}:{PrivateCreator.Creator})",
    };

    // For messages: the number and, where it has one, the name.
    internal static string Describe(uint card)
    {
        var tag = new DicomTag(card);
        var entry = tag.DictionaryEntry;
        return entry.Tag == Unknown ? tag.ToString() : $"{tag} {entry.Name}";
    }
}
