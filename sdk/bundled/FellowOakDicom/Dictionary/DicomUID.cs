using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace FellowOakDicom;

/// <summary>A unique identifier: digits and dots, at most 64 characters.</summary>
public sealed partial class DicomUID : DicomParseable
{
    private static readonly ConcurrentDictionary<string, DicomUID> Known = ReadRegistry();

    public DicomUID(string uid, string name, DicomUidType type, bool retired = false)
    {
        UID = uid;
        Name = name;
        Type = type;
        IsRetired = retired;
    }

    public string UID { get; }

    /// <summary>The registered name, or "Unknown".</summary>
    public string Name { get; }

    public DicomUidType Type { get; }

    public bool IsRetired { get; }

    public bool IsImageStorage => StorageCategory is DicomStorageCategory.Image or DicomStorageCategory.Volume;

    public bool IsVolumeStorage => StorageCategory == DicomStorageCategory.Volume;

    /// <summary>What a storage SOP class stores, told from its registered name.</summary>
    public DicomStorageCategory StorageCategory
    {
        get
        {
            if (!UID.StartsWith("1.2.840.10008.", StringComparison.Ordinal) && Type == DicomUidType.SOPClass)
                return DicomStorageCategory.Private;
            if (Type != DicomUidType.SOPClass || !Name.Contains("Storage", StringComparison.Ordinal))
                return DicomStorageCategory.None;
            return Categories.FirstOrDefault(c => Name.Contains(c.Word, StringComparison.Ordinal)).Category;
        }
    }

    private static (string Word, DicomStorageCategory Category)[] Categories =>
    [
        ("Presentation State", DicomStorageCategory.PresentationState),
        ("Volume", DicomStorageCategory.Volume),
        ("Image Storage", DicomStorageCategory.Image),
        (" SR", DicomStorageCategory.StructuredReport),
        ("Waveform", DicomStorageCategory.Waveform),
        ("Encapsulated", DicomStorageCategory.Document),
        ("Raw Data", DicomStorageCategory.Raw),
        ("", DicomStorageCategory.Other),
    ];

    public static bool operator ==(DicomUID a, DicomUID b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(DicomUID a, DicomUID b) => !(a == b);

    /// <summary>A new identifier under 2.25, from a random UUID (PS3.5 annex B.2).</summary>
    public static DicomUID Generate()
    {
        var number = new BigInteger(Guid.NewGuid().ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true);
        return new DicomUID("2.25." + number.ToString(CultureInfo.InvariantCulture), "SOP Instance UID", DicomUidType.SOPInstance);
    }

    public static DicomUID Append(DicomUID baseUid, long nextSeq) =>
        new($"{baseUid.UID}.{nextSeq.ToString(CultureInfo.InvariantCulture)}", "SOP Instance UID", DicomUidType.SOPInstance);

    public static bool IsValidUid(string uid) =>
        !string.IsNullOrEmpty(uid) && uid.Length <= 64
        && uid.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0'));

    public static DicomUID Parse(string s) => Parse(s, "Unknown", DicomUidType.Unknown);

    /// <summary>The registered identifier of that number, or a new one of the name and type given.</summary>
    public static DicomUID Parse(string s, string name = "Unknown", DicomUidType type = DicomUidType.Unknown)
    {
        var uid = s.TrimEnd(' ', '\0');
        return Known.TryGetValue(uid, out var known) ? known : new DicomUID(uid, name, type);
    }

    public static void Register(DicomUID uid) => Known.TryAdd(uid.UID, uid);

    public static IEnumerable<DicomUID> Enumerate() => Known.Values;

    public override bool Equals(object obj) => obj is DicomUID other && UID == other.UID;

    public override int GetHashCode() => UID.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Name} [{UID}]";

    // One line a field: keyword, identifier, type, R if retired, name. A loop, as in DicomTag.
    private static ConcurrentDictionary<string, DicomUID> ReadRegistry()
    {
        var known = new ConcurrentDictionary<string, DicomUID>(StringComparer.Ordinal);
        var fields = typeof(DicomUID).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .ToDictionary(field => field.Name);
        using var reader = new StreamReader(typeof(DicomUID).Assembly.GetManifestResourceStream("uids.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var uid = new DicomUID(cells[1], cells[4], Enum.Parse<DicomUidType>(cells[2]), cells[3] == "R");
            fields[cells[0]].SetValue(null, uid);
            known[uid.UID] = uid;
        }
        return known;
    }
}
