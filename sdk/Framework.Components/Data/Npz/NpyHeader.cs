using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Framework.Components.Data.Npz;

/// <summary>The header of an array: a line of Python that says type, order and shape.</summary>
internal sealed partial class NpyHeader
{
    private const int MostAxes = 8;
    private const int LongestText = 1 << 16;

    private NpyHeader(NpyType type, bool columnsFirst, int[] shape) => (Type, ColumnsFirst, Shape) = (type, columnsFirst, shape);

    public NpyType Type { get; }

    public bool ColumnsFirst { get; }

    public int[] Shape { get; }

    /// <summary>Bytes of all numbers.</summary>
    public long Bytes => Shape.Aggregate((long)Type.Size, (bytes, size) => checked(bytes * size));

    /// <summary>Reads the header; the stream is then at the first number.</summary>
    /// <exception cref="InvalidDataException">It is none; the message says why.</exception>
    public static NpyHeader Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        stream.ReadExactly(start);
        if (start[0] != 0x93 || !start[1..6].SequenceEqual("NUMPY"u8))
            throw new InvalidDataException("it does not begin as a NumPy array does");
        Span<byte> length = stackalloc byte[4];
        length.Clear();
        stream.ReadExactly(length[..(start[6] == 1 ? 2 : 4)]);
        var bytes = BitConverter.ToUInt32(length);
        if (bytes > LongestText)
            throw new InvalidDataException("its header is longer than 64 KiB");
        var text = new byte[bytes];
        stream.ReadExactly(text);
        return Parse(Encoding.UTF8.GetString(text));
    }

    private static NpyHeader Parse(string text)
    {
        if (Fields().Match(text) is not { Success: true } fields)
            throw new InvalidDataException("its header does not say type, order and shape");
        if (NpyType.Parse(fields.Groups["type"].Value) is not { } type)
            throw new InvalidDataException("it holds no whole or real numbers");
        var sizes = fields.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (sizes.Length > MostAxes || !sizes.All(size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            throw new InvalidDataException("its shape cannot be read");
        return new NpyHeader(type, fields.Groups["order"].Value == "True", [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);
    }

    [GeneratedRegex(@"^\{\s*'descr':\s*'(?<type>[^']{1,16})',\s*'fortran_order':\s*(?<order>True|False),\s*'shape':\s*\((?<shape>[\d,\s]*)\),?\s*\}\s*$")]
    private static partial Regex Fields();
}
