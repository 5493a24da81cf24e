namespace FellowOakDicom.Tests;

/// <summary>Writes a grey image of 16 bits as JPEG Lossless (ITU-T T.81, process 14, predictor 1), which none of the shared files holds.</summary>
internal static class LosslessJpeg
{
    private const int CodeLength = 5;

    /// <summary>A codestream whose differences all have codes of five bits: 17 categories, numbered in their order.</summary>
    public static byte[] Encode(ushort[] pixels, int columns, int rows)
    {
        byte[] size = [(byte)(rows >> 8), (byte)rows, (byte)(columns >> 8), (byte)columns];
        byte[] lengths = [0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        return
        [
            0xff, 0xd8,
            0xff, 0xc4, 0, 2 + 1 + 16 + 17, 0, .. lengths, .. Enumerable.Range(0, 17).Select(i => (byte)i),
            0xff, 0xc3, 0, 11, 16, .. size, 1, 1, 0x11, 0,
            0xff, 0xda, 0, 8, 1, 1, 0, 1, 0, 0,
            .. Scan(pixels, columns),
            0xff, 0xd9,
        ];
    }

    // A row's first pixel is predicted by the one above it, the very first by half the range, all others by the one before.
    private static List<byte> Scan(ushort[] pixels, int columns)
    {
        var bits = new List<bool>();
        for (var i = 0; i < pixels.Length; i++)
        {
            var prediction = i == 0 ? 1 << 15 : i % columns == 0 ? pixels[i - columns] : pixels[i - 1];
            var difference = (short)(pixels[i] - prediction);
            var category = difference == short.MinValue ? 16 : 32 - int.LeadingZeroCount(Math.Abs(difference));
            Add(bits, category, CodeLength);
            if (category < 16)
                Add(bits, difference < 0 ? difference - 1 : difference, category);
        }

        while (bits.Count % 8 != 0)
            bits.Add(true);
        return Bytes(bits);
    }

    private static void Add(List<bool> bits, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
            bits.Add(((value >> i) & 1) == 1);
    }

    // After a byte of ones follows one of zeros, so that it is no marker.
    private static List<byte> Bytes(List<bool> bits)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < bits.Count; i += 8)
        {
            var value = (byte)Enumerable.Range(0, 8).Sum(k => bits[i + k] ? 128 >> k : 0);
            bytes.Add(value);
            if (value == 0xff)
                bytes.Add(0);
        }
        return bytes;
    }
}
