using System.Buffers.Binary;
using System.Text.Json;
using Framework.Sdk;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>Reads safetensors files: an 8-byte length, a JSON header, raw little-endian tensors. Nothing in them is executed.</summary>
/// <remarks>Format: https://github.com/huggingface/safetensors, README, "Format".</remarks>
public static class SafeTensors
{
    // The limit of the reference implementation.
    private const long LongestHeader = 100_000_000;

    /// <summary>Reads all tensors onto the CPU.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="DataFormatException">The file is not there, or no valid safetensors file.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string file)
    {
        if (!File.Exists(file))
            throw new DataFormatException($"{file}: no such file. Give the path of a safetensors file.");
        using var stream = File.OpenRead(file);
        using var header = ReadHeader(file, stream);
        var data = stream.Position;
        var tensors = new Dictionary<string, Tensor>();
        foreach (var entry in header.RootElement.EnumerateObject())
            if (entry.Name != "__metadata__")
                tensors[entry.Name] = ReadTensor(file, stream, data, entry);
        return tensors;
    }

    private static JsonDocument ReadHeader(string file, FileStream stream)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) < 8)
            throw Broken(file, "ends within the length of its header");
        var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length is < 2 or > LongestHeader || length > stream.Length - 8)
            throw Broken(file, $"says its header has {length} bytes");
        var header = new byte[length];
        stream.ReadExactly(header);
        try
        {
            var json = JsonDocument.Parse(header);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw Broken(file, "has a header that is no JSON object");
        }
        catch (JsonException)
        {
            throw Broken(file, "has a header that is not JSON");
        }
    }

    private static Tensor ReadTensor(string file, FileStream stream, long data, JsonProperty entry)
    {
        var ((type, size), shape, begin, end) = Describe(file, entry);
        // Before any memory is taken: the file decides how much, and it may lie.
        if (begin < 0 || end > stream.Length - data || !Fits(shape, size, end - begin))
            throw Broken(file, $"has tensor '{entry.Name}' at bytes {begin} to {end} of {stream.Length - data}, which does not fit its shape");
        var tensor = empty(shape, dtype: type);
        var bytes = tensor.bytes;
        stream.Position = data + begin;
        stream.ReadExactly(bytes);
        return tensor;
    }

    private static bool Fits(long[] shape, long elementSize, long bytes)
    {
        if (Array.Exists(shape, size => size < 0) || bytes < 0)
            return false;
        Int128 expected = elementSize;
        foreach (var size in shape)
            expected = Int128.Min(expected * size, long.MaxValue);
        return expected == bytes;
    }

    private static ((ScalarType Type, int Size), long[], long, long) Describe(string file, JsonProperty entry)
    {
        try
        {
            var offsets = entry.Value.GetProperty("data_offsets");
            var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
            return (TypeOf(file, entry.Value.GetProperty("dtype").GetString()), shape, offsets[0].GetInt64(), offsets[1].GetInt64());
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw Broken(file, $"does not say dtype, shape and data_offsets of '{entry.Name}'");
        }
    }

    private static (ScalarType Type, int Size) TypeOf(string file, string? name) => name switch
    {
        "F64" => (ScalarType.Float64, 8),
        "F32" => (ScalarType.Float32, 4),
        "F16" => (ScalarType.Float16, 2),
        "BF16" => (ScalarType.BFloat16, 2),
        "I64" => (ScalarType.Int64, 8),
        "I32" => (ScalarType.Int32, 4),
        "I16" => (ScalarType.Int16, 2),
        "I8" => (ScalarType.Int8, 1),
        "U8" => (ScalarType.Byte, 1),
        "BOOL" => (ScalarType.Bool, 1),
        _ => throw Broken(file, $"has tensors of type '{name}', which is not read here"),
    };

    private static DataFormatException Broken(string file, string fact) =>
        new($"{file}: {fact}. Expected a whole safetensors file; download or convert it again.");
}
