namespace Framework.Components.Models.Weights.Pickles;

/// <summary>The checksum of zip archives (ISO 3309, polynomial 0xEDB88320), eight bytes at a step.</summary>
internal static class Crc32
{
    private const int Chunk = 1 << 24;
    private const int Step = 8;
    private static readonly uint[][] Tables = MakeTables();

    public static uint Of(MappedFile file, long start, long length)
    {
        var crc = ~0u;
        for (long done = 0; done < length; done += Chunk)
            crc = Add(crc, file.Bytes(start + done, (int)Math.Min(Chunk, length - done)));
        return ~crc;
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            var low = crc ^ BitConverter.ToUInt32(bytes);
            crc = Tables[7][low & 255] ^ Tables[6][(low >> 8) & 255] ^ Tables[5][(low >> 16) & 255] ^ Tables[4][low >> 24]
                ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
        }

        foreach (var value in bytes)
            crc = Tables[0][(crc ^ value) & 255] ^ (crc >> 8);
        return crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = Enumerable.Range(0, Step).Select(_ => new uint[256]).ToArray();
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            tables[0][value] = crc;
        }

        for (var table = 1; table < Step; table++)
            for (var value = 0; value < 256; value++)
                tables[table][value] = tables[0][tables[table - 1][value] & 255] ^ (tables[table - 1][value] >> 8);
        return tables;
    }
}
