using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;

namespace Framework.Components.Training.Checkpoints;

/// <summary>The header of a safetensors file, checked: every tensor lies within the file, none overlaps another, and no byte belongs to none.</summary>
internal sealed class SafeTensorsHeader
{
    public const int PrefixBytes = 8;
    private const int GreatestHeader = 100_000_000;
    private const int GreatestRank = 64;
    private readonly string _file;
    private readonly long _fileBytes;
    private readonly Dictionary<string, string> _metadata = [];
    private readonly List<SafeTensorsEntry> _entries = [];
    private readonly HashSet<string> _names = [];

    private SafeTensorsHeader(string file, long fileBytes, long dataStart) => (_file, _fileBytes, DataStart) = (file, fileBytes, dataStart);

    /// <summary>The first byte after the header.</summary>
    public long DataStart { get; }

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>In the header's order.</summary>
    public IReadOnlyList<SafeTensorsEntry> Entries => _entries;

    /// <summary>The length of the header that the first 8 bytes of a file announce.</summary>
    public static int LengthOf(ReadOnlySpan<byte> prefix, long fileBytes, string file)
    {
        if (prefix.Length < PrefixBytes)
            throw Damaged(file, $"it has {fileBytes} bytes, and a safetensors file has at least 8");
        var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length is < 2 or > GreatestHeader || length > fileBytes - PrefixBytes)
            throw Damaged(file, $"its header should have {length:N0} bytes, and the file has {fileBytes:N0}");
        return (int)length;
    }

    /// <summary>Reads and checks the header.</summary>
    /// <exception cref="DataFormatException">Something in it is not as the format says.</exception>
    public static SafeTensorsHeader Parse(ReadOnlyMemory<byte> json, long fileBytes, string file)
    {
        var header = new SafeTensorsHeader(file, fileBytes, PrefixBytes + json.Length);
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var item in document.RootElement.EnumerateObject())
                header.Add(item);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw Damaged(file, "its header is not that of a safetensors file", e);
        }

        header.RequireNoGap();
        return header;
    }

    private void Add(JsonProperty item)
    {
        if (!_names.Add(item.Name))
            throw Damaged(_file, $"'{item.Name}' stands in its header twice");
        if (item.Name != SafeTensors.MetadataKey)
            _entries.Add(Entry(item.Name, item.Value));
        else
            foreach (var text in item.Value.EnumerateObject())
                _metadata.Add(text.Name, text.Value.GetString() ?? "");
    }

    private SafeTensorsEntry Entry(string name, JsonElement value)
    {
        var typeName = value.GetProperty("dtype").GetString();
        var type = Array.Find(SafeTensors.Types, type => type.Name == typeName);
        if (type.Name is null)
            throw Damaged(_file, $"'{name}' is of type '{typeName}', which is unknown here");
        long[] shape = [.. value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        if (shape.Length > GreatestRank)
            throw Damaged(_file, $"'{name}' has {shape.Length:N0} axes, and a tensor has at most {GreatestRank}");
        var offsets = value.GetProperty("data_offsets");
        var entry = new SafeTensorsEntry(name, type.Type, shape, offsets[0].GetInt64(), offsets[1].GetInt64());
        if (offsets.GetArrayLength() != 2 || value.EnumerateObject().Count() != 3)
            throw Damaged(_file, $"'{name}' should be described by a dtype, a shape and two data_offsets");
        RequireSize(entry, type.Size);
        return entry;
    }

    private void RequireSize(SafeTensorsEntry entry, int elementSize)
    {
        var expected = entry.Shape.Aggregate((Int128)elementSize, (bytes, size) => size < 0 || bytes < 0 ? -1 : Int128.Min(bytes * size, long.MaxValue));
        if (entry.Start < 0 || entry.End < entry.Start || entry.End - entry.Start != expected)
            throw Damaged(_file, $"'{entry.Name}' of shape {string.Join(" x ", entry.Shape)} should have {expected} bytes and has {(Int128)entry.End - entry.Start}");
        if (entry.End > _fileBytes - DataStart)
            throw Damaged(_file, $"it ends within '{entry.Name}': {_fileBytes:N0} of at least {(Int128)DataStart + entry.End:N0} bytes");
    }

    private void RequireNoGap()
    {
        long end = 0;
        foreach (var entry in _entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.End))
        {
            if (entry.Start != end)
                throw Damaged(_file, entry.Start < end
                    ? $"'{entry.Name}' begins at byte {entry.Start} of the data, within another tensor"
                    : $"bytes {end} to {entry.Start - 1} of the data, before '{entry.Name}', belong to no tensor");
            end = entry.End;
        }

        if (end != _fileBytes - DataStart)
            throw Damaged(_file, $"its tensors have {end:N0} bytes, and {_fileBytes - DataStart:N0} follow the header");
    }

    private static DataFormatException Damaged(string file, string fact, Exception? inner = null) =>
        new($"{file}: the file is damaged: {fact}. Restore it from a copy, or make it again.", inner);
}
