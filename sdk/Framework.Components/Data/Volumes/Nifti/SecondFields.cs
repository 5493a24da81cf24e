namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>Where the fields of a NIfTI-2 header lie.</summary>
internal static class SecondFields
{
    public static NiftiHeader Read(HeaderReader header, ReadOnlySpan<byte> letters, string name)
    {
        var single = letters.SequenceEqual("n+2\0\r\n\u001a\n"u8);
        if (!single && !letters.SequenceEqual("ni2\0\r\n\u001a\n"u8))
            throw VolumeError.Of(name, "its header has the size of NIfTI-2 and not its letters; it was changed in transfer, perhaps as text");
        var dim = new long[8];
        for (var i = 0; i < dim.Length; i++)
            dim[i] = header.Int64(16 + (8 * i));
        return new NiftiHeader
        {
            IsSecond = true,
            IsSingle = single,
            BigEndian = header.BigEndian,
            DataType = header.Int16(12),
            Sizes = NiftiHeader.CheckedSizes(dim, name),
            PixDim = Doubles(header, 104, 8),
            Offset = header.Int64(168),
            Scale = (header.Double(176), header.Double(184)),
            Codes = (header.Int32(348), header.Int32(344)),
            Quaternion = Doubles(header, 352, 6),
            Rows = Doubles(header, 400, 12),
        };
    }

    private static double[] Doubles(HeaderReader header, int at, int count)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
            numbers[i] = header.Double(at + (8 * i));
        return numbers;
    }
}
