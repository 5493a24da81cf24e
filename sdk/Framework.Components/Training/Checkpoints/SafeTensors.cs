using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;

namespace Framework.Components.Training.Checkpoints;

/// <summary>Named tensors and text in one file: the safetensors format, readable by every framework, which holds no code.</summary>
/// <remarks>8 bytes of length, little endian; a JSON header of that length; then the tensors' bytes, back to back. See huggingface.co/docs/safetensors.</remarks>
public static partial class SafeTensors
{
    internal const string MetadataKey = "__metadata__";

    internal static readonly (string Name, torch.ScalarType Type, int Size)[] Types =
    [
        ("F32", torch.ScalarType.Float32, 4), ("F64", torch.ScalarType.Float64, 8), ("F16", torch.ScalarType.Float16, 2),
        ("BF16", torch.ScalarType.BFloat16, 2), ("I64", torch.ScalarType.Int64, 8), ("I32", torch.ScalarType.Int32, 4),
        ("I16", torch.ScalarType.Int16, 2), ("I8", torch.ScalarType.Int8, 1), ("U8", torch.ScalarType.Byte, 1), ("BOOL", torch.ScalarType.Bool, 1),
    ];

    /// <summary>Writes tensors of any device and layout.</summary>
    /// <param name="stream">Written from its position on.</param>
    /// <param name="tensors">Names and tensors; names are unique.</param>
    /// <param name="metadata">Text to keep beside them.</param>
    public static void Write(Stream stream, IReadOnlyCollection<(string Name, torch.Tensor Tensor)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var header = Header(tensors, metadata);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var (_, tensor) in tensors)
        {
            using var scope = torch.NewDisposeScope();
            stream.Write(tensor.detach().cpu().contiguous().bytes);
        }
    }

    private static byte[] Header(IReadOnlyCollection<(string Name, torch.Tensor Tensor)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataKey);
            foreach (var (key, value) in metadata)
                json.WriteString(key, value);
            json.WriteEndObject();
            long start = 0;
            foreach (var (name, tensor) in tensors)
                start = WriteEntry(json, name, tensor, start);
            json.WriteEndObject();
        }

        // Data begin at a multiple of 8 bytes, as the format recommends.
        while (buffer.Length % 8 != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, string name, torch.Tensor tensor, long start)
    {
        var type = Array.Find(Types, type => type.Type == tensor.dtype);
        if (type.Name is null)
            throw new ArgumentException($"'{name}' is of type {tensor.dtype}, which a safetensors file cannot hold.", nameof(tensor));
        var end = start + (tensor.numel() * type.Size);
        json.WriteStartObject(name);
        json.WriteString("dtype", type.Name);
        json.WriteStartArray("shape");
        foreach (var size in tensor.shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }
}
