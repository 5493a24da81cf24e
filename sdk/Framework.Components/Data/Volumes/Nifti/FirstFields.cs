namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>Where the fields of a NIfTI-1 header lie.</summary>
internal static class FirstFields
{
    public static NiftiHeader Read(HeaderReader header, ReadOnlySpan<byte> letters, string name)
    {
        var single = letters.SequenceEqual("n+1\0"u8);
        if (!single && !letters.SequenceEqual("ni1\0"u8))
            throw VolumeError.Saying(name, "its header is of the older Analyze format, which does not say where the voxels lie in the patient. Convert it to NIfTI with the software that wrote it.");
        var dim = new long[8];
        for (var i = 0; i < dim.Length; i++)
            dim[i] = header.Int16(40 + (2 * i));
        return new NiftiHeader
        {
            IsSecond = false,
            IsSingle = single,
            BigEndian = header.BigEndian,
            DataType = header.Int16(70),
            Sizes = NiftiHeader.CheckedSizes(dim, name),
            PixDim = Singles(header, 76, 8),
            Offset = header.Single(108),
            Scale = (header.Single(112), header.Single(116)),
            Codes = (header.Int16(254), header.Int16(252)),
            Quaternion = Singles(header, 256, 6),
            Rows = Singles(header, 280, 12),
        };
    }

    private static double[] Singles(HeaderReader header, int at, int count)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
            numbers[i] = header.Single(at + (4 * i));
        return numbers;
    }
}
