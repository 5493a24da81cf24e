namespace FellowOakDicom;

public sealed partial class DicomVR
{
    private readonly Kind _kind;

    private DicomVR(string code, string name, Kind kind, uint maximumLength, Type valueType)
        : this(code, name, kind, 1, 1, valueType) => MaximumLength = maximumLength;

    private DicomVR(string code, string name, Kind kind, int unitSize, int byteSwap, Type valueType = null)
    {
        (Code, Name, _kind, UnitSize, ByteSwap, ValueType) = (code, name, kind, unitSize, byteSwap, valueType);
        MaximumLength = kind == Kind.Binary ? 0 : (uint)unitSize;
    }

    /// <summary>The two letters that stand in explicit files.</summary>
    public string Code { get; }

    public string Name { get; }

    public bool IsString => (_kind & Kind.Text) != 0;

    /// <summary>Whether Specific Character Set applies to the text.</summary>
    public bool IsStringEncoded => (_kind & Kind.Encoded) != 0;

    /// <summary>Whether the length takes two bytes in explicit files, not four after two reserved ones.</summary>
    public bool Is16bitLength => (_kind & Kind.ShortLength) != 0;

    public bool IsMultiValue => (_kind & Kind.Multiple) != 0;

    /// <summary>The byte that makes an odd value even: a space for text, zero for UI and binary.</summary>
    public byte PaddingValue => IsString && (_kind & Kind.ZeroPadded) == 0 ? (byte)' ' : (byte)0;

    /// <summary>The longest single value in characters or bytes; 0 where there is no limit.</summary>
    public uint MaximumLength { get; }

    /// <summary>Bytes of one value of a binary representation.</summary>
    public int UnitSize { get; }

    /// <summary>Bytes that change places together between big and little endian.</summary>
    public int ByteSwap { get; }

    public Type ValueType { get; }

    /// <exception cref="DicomDataException">No value representation has this code.</exception>
    public static DicomVR Parse(string vr) => TryParse(vr, out var result)
        ? result
        : throw new DicomDataException($"'{vr}' is not a value representation. Give one of {string.Join(", ", All.Select(v => v.Code))}.");

    public static bool TryParse(string vr, out DicomVR result)
    {
        result = vr is { Length: 2 } && vr[0] < 128 && vr[1] < 128 ? Find((byte)vr[0], (byte)vr[1]) : null;
        return result is not null;
    }

    public static bool TryParse(byte[] vr, out DicomVR result)
    {
        result = vr is { Length: 2 } ? Find(vr[0], vr[1]) : null;
        return result is not null;
    }

    /// <summary>Checks one value against the rules of this representation.</summary>
    /// <exception cref="DicomValidationException">It breaks one.</exception>
    public void ValidateString(string content) => DicomValidation.Validate(this, content);

    public override string ToString() => Code;

    // The representation whose code is these two letters, or null.
    internal static DicomVR Find(byte first, byte second)
    {
        var row = (uint)first - 'A';
        var column = (uint)second - 'A';
        return row < 26 && column < 26 ? ByLetters[row * 26 + column] : null;
    }
}
