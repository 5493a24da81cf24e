using System.Buffers.Binary;

namespace Framework.Components.Data.Cache;

/// <summary>The layout of a file of the cache: magic and version, checksum of the rest, description, values of each image from a multiple of 64 bytes on.</summary>
internal static class SampleFile
{
    /// <summary>Bytes before the part that the checksum covers.</summary>
    public const int Preamble = 32;

    private const int Version = 3;
    private const int Alignment = 64;
    private const int ChecksumAt = 16;
    private static ReadOnlySpan<byte> Magic => "FWSAMPLE"u8;

    /// <summary>A sample as the bytes of a file; null where it is larger than an array can be.</summary>
    public static byte[]? Write(Sample sample, IReadOnlyList<FileStamp> files)
    {
        var kept = KeptSample.Of(sample, files);
        using var description = new MemoryStream();
        using var writer = new BinaryWriter(description);
        kept.Write(writer);
        writer.Flush();
        var places = Places(kept, (int)description.Length, out var length);
        if (length > Array.MaxLength)
            return null;
        var bytes = new byte[length];
        description.GetBuffer().AsSpan(0, (int)description.Length).CopyTo(bytes.AsSpan(Preamble));
        for (var i = 0; i < kept.Images.Count; i++)
            PixelValues.Encode(sample.Images[i].Image.Pixels, kept.Images[i].Type, bytes.AsSpan((int)places[i], (int)kept.Images[i].Bytes));
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length + sizeof(int)), (int)description.Length);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(ChecksumAt), Checksum.Of(bytes.AsSpan(Preamble)));
        return bytes;
    }

    /// <summary>Describes the content of a file, once its checksum is found true.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="places">Where the values of each image begin.</param>
    /// <exception cref="InvalidDataException">Bytes are not what was written.</exception>
    public static KeptSample Read(ReadOnlySpan<byte> bytes, out long[] places)
    {
        if (bytes.Length < Preamble || !bytes.StartsWith(Magic) || BinaryPrimitives.ReadInt32LittleEndian(bytes[Magic.Length..]) != Version)
            throw new InvalidDataException("it is no file of this cache");
        if (BinaryPrimitives.ReadUInt128LittleEndian(bytes[ChecksumAt..]) != Checksum.Of(bytes[Preamble..]))
            throw new InvalidDataException("its bytes are not those that were written");
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(Magic.Length + sizeof(int))..]);
        if (length < 0 || length > bytes.Length - Preamble)
            throw new InvalidDataException("its bytes are not those that were written");
        using var reader = new BinaryReader(new MemoryStream(bytes.Slice(Preamble, length).ToArray()));
        var kept = KeptSample.Read(reader);
        places = Places(kept, length, out var end);
        return end == bytes.Length ? kept : throw new InvalidDataException("its length is not the one that was written");
    }

    private static long[] Places(KeptSample kept, int description, out long end)
    {
        var places = new long[kept.Images.Count];
        end = Preamble + description;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (end + Alignment - 1) / Alignment * Alignment;
            end = places[i] + kept.Images[i].Bytes;
        }

        return places;
    }
}
