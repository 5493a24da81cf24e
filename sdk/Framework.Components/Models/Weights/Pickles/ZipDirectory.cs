using System.Buffers.Binary;
using System.Text;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>Where the entries of a zip archive lie (APPNOTE 6.3.9), so that they are used in place: nothing is ever unpacked.</summary>
internal sealed class ZipDirectory
{
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorBytes = 20;
    private const int LargeEndBytes = 56;
    private const int CentralBytes = 46;
    private const int LocalBytes = 30;
    private readonly MappedFile _file;
    private readonly Dictionary<string, ZipEntry> _entries = [];

    private ZipDirectory(MappedFile file) => _file = file;

    /// <exception cref="DataFormatException">The archive is damaged.</exception>
    public static IReadOnlyDictionary<string, ZipEntry> Read(MappedFile file)
    {
        var directory = new ZipDirectory(file);
        var (start, count) = directory.Find();
        for (long i = 0; i < count; i++)
            start = directory.Add(start);
        directory.RequireApart();
        return directory._entries;
    }

    /// <summary>Where the central directory begins, and how many entries it has.</summary>
    private (long Start, long Count) Find()
    {
        var tail = (int)Math.Min(_file.Length, EndBytes + LongestComment);
        var at = _file.Bytes(_file.Length - tail, tail).LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at > tail - EndBytes)
            throw _file.Damaged("it is a zip archive without an end, as after a copy that stopped");
        var position = _file.Length - tail + at;
        var end = _file.Bytes(position, EndBytes);
        var (count, start) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        return count == ushort.MaxValue || start == uint.MaxValue ? FindLarge(position - LocatorBytes) : (start, count);
    }

    private (long Start, long Count) FindLarge(long locator)
    {
        var record = Record(Int64(Record(locator, LocatorBytes, "PK\x06\x07"u8)[8..]), LargeEndBytes, "PK\x06\x06"u8);
        return (Int64(record[48..]), Int64(record[32..]));
    }

    private long Add(long position)
    {
        var record = Record(position, CentralBytes, "PK\x01\x02"u8);
        int nameBytes = UInt16(record[28..]), extraBytes = UInt16(record[30..]);
        var name = Encoding.UTF8.GetString(_file.Bytes(position + CentralBytes, nameBytes));
        var extra = _file.Bytes(position + CentralBytes + nameBytes, extraBytes);
        long[] numbers = [UInt32(record[24..]), UInt32(record[20..]), UInt32(record[42..])];
        Widen(numbers, extra);
        var entry = new ZipEntry(DataStart(numbers[2]), numbers[1], UInt32(record[16..])) { IsStored = (UInt16(record[8..]) & 1) == 0 && UInt16(record[10..]) == 0 };
        if ((entry.IsStored && numbers[0] != numbers[1]) || !_entries.TryAdd(name, entry))
            throw _file.Damaged($"its entry '{name}' has two sizes, or stands in it twice");
        return position + CentralBytes + nameBytes + extraBytes + UInt16(record[32..]);
    }

    /// <summary>Sizes and offsets of 4 GiB and more stand in an extra field, only those that need it, in this order.</summary>
    private static void Widen(long[] numbers, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4 && UInt16(extra[2..]) is var size && size <= extra.Length - 4)
        {
            var field = extra.Slice(4, size);
            if (UInt16(extra) == 1)
                for (var i = 0; i < numbers.Length && field.Length >= 8; i++)
                    if (numbers[i] == uint.MaxValue)
                    {
                        numbers[i] = Int64(field);
                        field = field[8..];
                    }

            extra = extra[(4 + size)..];
        }
    }

    private long DataStart(long position)
    {
        var local = Record(position, LocalBytes, "PK\x03\x04"u8);
        return position + LocalBytes + UInt16(local[26..]) + UInt16(local[28..]);
    }

    /// <summary>Entries that share bytes would let a small file pose as a large one.</summary>
    private void RequireApart()
    {
        long end = 0;
        foreach (var (name, entry) in _entries.OrderBy(entry => entry.Value.Start).ThenBy(entry => entry.Value.Length))
        {
            if (entry.Length < 0 || entry.Start < end || entry.Start > _file.Length - entry.Length)
                throw _file.Damaged($"its entry '{name}' lies over another or beyond the end");
            end = entry.Start + entry.Length;
        }
    }

    private ReadOnlySpan<byte> Record(long position, int length, ReadOnlySpan<byte> signature)
    {
        var record = _file.Bytes(position, length);
        return record.StartsWith(signature) ? record : throw _file.Damaged($"its zip directory is not where it should be, at byte {position:N0}");
    }

    private static int UInt16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static long Int64(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes);
}
