namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>The header of a NIfTI-1 or NIfTI-2 file, as far as an image needs it.</summary>
internal sealed record NiftiHeader
{
    public const int Size1 = 348;
    public const int Size2 = 540;

    /// <summary>Bytes that hold any header read here.</summary>
    public const int GreatestSize = Size2;

    /// <summary>A single file's voxels begin after the header and the four bytes that announce extensions.</summary>
    private const int ExtensionFlag = 4;

    private const int GreatestAxes = 7;

    public required bool IsSecond { get; init; }

    /// <summary>Whether the voxels lie in the same file.</summary>
    public required bool IsSingle { get; init; }

    public required bool BigEndian { get; init; }

    public required int DataType { get; init; }

    public required long[] Sizes { get; init; }

    /// <summary>pixdim: the sign of the qform's third axis, then spacings.</summary>
    public required double[] PixDim { get; init; }

    public required double Offset { get; init; }

    public required (double Slope, double Intercept) Scale { get; init; }

    public required (int Sform, int Qform) Codes { get; init; }

    /// <summary>quatern b, c, d, then qoffset x, y, z.</summary>
    public required double[] Quaternion { get; init; }

    /// <summary>srow x, y, z.</summary>
    public required double[] Rows { get; init; }

    /// <summary>The layout of a NIfTI file; null where these are not the bytes of one.</summary>
    public static VolumeLayout? TryRead(ReadOnlySpan<byte> bytes, string name)
    {
        foreach (var bigEndian in (ReadOnlySpan<bool>)[false, true])
        {
            var reader = new HeaderReader(bytes, bigEndian);
            if (bytes.Length >= Size1 && reader.Int32(0) == Size1)
                return FirstFields.Read(reader, bytes[344..348], name).Layout(name);
            if (bytes.Length >= Size2 && reader.Int32(0) == Size2)
                return SecondFields.Read(reader, bytes[4..12], name).Layout(name);
        }

        return null;
    }

    /// <summary>The sizes of the axes, of which the header says how many count.</summary>
    public static long[] CheckedSizes(ReadOnlySpan<long> dim, string name) => dim[0] is >= 1 and <= GreatestAxes
        ? dim.Slice(1, (int)dim[0]).ToArray()
        : throw VolumeError.Of(name, FormattableString.Invariant($"its header declares {dim[0]} axes, and 1 to {GreatestAxes} are possible"));

    private VolumeLayout Layout(string name) => new()
    {
        Size = VolumeLayout.Fold(Sizes, name),
        Format = Format(name),
        Offset = CheckedOffset(name),
        Geometry = NiftiOrientation.Of(this, name),
    };

    private VoxelFormat Format(string name)
    {
        var type = NiftiTypes.Find(DataType, name);
        var (slope, intercept) = Scale;
        if (slope == 0 || !double.IsFinite(slope))
            return new VoxelFormat(type, BigEndian); // no scaling, as the standard has it
        return double.IsFinite(intercept)
            ? new VoxelFormat(type, BigEndian, slope, intercept)
            : throw VolumeError.Of(name, "its scl_slope is a number and its scl_inter is not");
    }

    private long CheckedOffset(string name)
    {
        var first = IsSingle ? (IsSecond ? Size2 : Size1) + ExtensionFlag : 0;
        if (Offset == 0)
            return first;
        return Offset >= first && Offset < long.MaxValue && Offset == Math.Truncate(Offset)
            ? (long)Offset
            : throw VolumeError.Of(name, FormattableString.Invariant($"its voxels are said to begin at byte {Offset}, and {first} is the first possible"));
    }
}
