using FellowOakDicom.IO;

namespace FellowOakDicom;

/// <summary>How a dataset is encoded: byte order, whether representations are written, how pixel data are compressed.</summary>
public partial class DicomTransferSyntax : DicomParseable
{
    private DicomTransferSyntax()
    {
    }

    private DicomTransferSyntax(DicomUID uid, bool lossy, string method = null)
    {
        UID = uid;
        IsRetired = uid.IsRetired;
        IsExplicitVR = true;
        IsEncapsulated = true;
        IsLossy = lossy;
        LossyCompressionMethod = method;
    }

    public static IEnumerable<DicomTransferSyntax> KnownEntries => Entries.Values;

    public DicomUID UID { get; private init; }

    public bool IsRetired { get; private init; }

    /// <summary>Whether each element says its value representation.</summary>
    public bool IsExplicitVR { get; private init; }

    /// <summary>Whether pixel data are fragments of a compressed stream.</summary>
    public bool IsEncapsulated { get; private init; }

    public bool IsLossy { get; private init; }

    /// <summary>The defined term of Lossy Image Compression Method; null for a lossless syntax.</summary>
    public string LossyCompressionMethod { get; private init; }

    /// <summary>Whether all that follows the file meta information is one deflate stream.</summary>
    public bool IsDeflate { get; private init; }

    public Endian Endian { get; private init; } = Endian.Little;

    /// <summary>Whether pixel data are big endian in an otherwise little endian dataset.</summary>
    public bool SwapPixelData { get; private init; }

    public static bool operator ==(DicomTransferSyntax a, DicomTransferSyntax b) => a is null ? b is null : a.Equals(b);

    public static bool operator !=(DicomTransferSyntax a, DicomTransferSyntax b) => !(a == b);

    /// <summary>The syntax of that identifier.</summary>
    /// <exception cref="DicomDataException">The identifier is registered as something else.</exception>
    public static DicomTransferSyntax Parse(string uid) => Lookup(DicomUID.Parse(uid, type: DicomUidType.TransferSyntax));

    /// <summary>The syntax of that identifier; an unknown one is taken for an explicit little endian, compressed one.</summary>
    /// <exception cref="DicomDataException">The identifier is registered as something else.</exception>
    public static DicomTransferSyntax Lookup(DicomUID uid)
    {
        if (Query(uid) is { } known)
            return known;
        if (uid.Type is not (DicomUidType.TransferSyntax or DicomUidType.Unknown))
            throw new DicomDataException($"'{uid.UID}' is not a transfer syntax; it is {uid.Name}.");
        return new DicomTransferSyntax(uid, lossy: false);
    }

    /// <summary>The known syntax of that identifier, or null.</summary>
    public static DicomTransferSyntax Query(DicomUID uid) => uid is not null && Entries.TryGetValue(uid, out var known) ? known : null;

    public static DicomTransferSyntax Register(DicomUID uid) => Register(uid, Endian.Little);

    public static DicomTransferSyntax Register(DicomUID uid, Endian endian, bool isExplicitVR = true, bool isEncapsulated = true) =>
        Entries.GetOrAdd(uid, new DicomTransferSyntax
        {
            UID = uid,
            Endian = endian,
            IsExplicitVR = isExplicitVR,
            IsEncapsulated = isEncapsulated,
        });

    public static bool Unregister(DicomTransferSyntax ts) => Unregister(ts.UID);

    public static bool Unregister(DicomUID uid) => Entries.TryRemove(uid, out _);

    public override bool Equals(object obj) => obj is DicomTransferSyntax other && UID == other.UID;

    public override int GetHashCode() => UID.GetHashCode();

    public override string ToString() => UID.Name;
}
