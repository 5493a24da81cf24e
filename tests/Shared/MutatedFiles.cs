namespace Framework.Tests.Shared;

/// <summary>Damaged copies of a file: bytes flipped, fields set to extremes, pieces removed, doubled or cut off. The same seed gives the same copies.</summary>
public static class MutatedFiles
{
    /// <summary>How many damaged files a reader is held against.</summary>
    public const int Count = 5000;

    /// <summary>The longest that one damaged file may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Damaged copies, one after the other of each original.</summary>
    /// <param name="originals">Files that can be read.</param>
    /// <param name="seed">Everything random follows from it.</param>
    /// <param name="count">How many in all.</param>
    public static IEnumerable<byte[]> Of(IReadOnlyList<byte[]> originals, int seed, int count = Count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return Mutate(originals[i % originals.Count], random);
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var file = (byte[])original.Clone();
        var times = random.Next(1, 5);
        for (var i = 0; i < times && file.Length > 0; i++)
            file = Once(file, random);
        return file;
    }

    private static byte[] Once(byte[] file, Random random)
    {
        // Headers are where lengths stand, so half of all damage is done there.
        var at = random.Next(random.Next(2) == 0 ? Math.Min(file.Length, 512) : file.Length);
        var length = Math.Min(random.Next(1, 64), file.Length - at);
        switch (random.Next(7))
        {
            case 0:
                file[at] ^= (byte)(1 << random.Next(8));
                return file;
            case 1:
                file[at] = (byte)random.Next(256);
                return file;
            case 2:
                file.AsSpan(at, Math.Min(length, 4)).Fill((byte)(random.Next(2) * 255));
                return file;
            case 3:
                random.NextBytes(file.AsSpan(at, Math.Min(length, 8)));
                return file;
            case 4:
                return file[..at];
            case 5:
                return [.. file[..at], .. file[(at + length)..]];
            default:
                return [.. file[..(at + length)], .. file[at..]];
        }
    }
}
