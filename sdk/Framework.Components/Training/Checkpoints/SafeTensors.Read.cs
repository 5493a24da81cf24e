using System.Buffers.Binary;
using System.Text.Json;
using TorchSharp;

namespace Framework.Components.Training.Checkpoints;

public static partial class SafeTensors
{
    /// <summary>Reads a whole file onto the CPU.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="DataFormatException">The file is not there, cut off, damaged or not of this format.</exception>
    public static SafeTensorsContent Read(string file)
    {
        if (!File.Exists(file))
            throw new DataFormatException($"{file}: no such file. Give the path of a safetensors file.");
        using var stream = File.OpenRead(file);
        return Read(stream, file);
    }

    /// <summary>Reads a whole file onto the CPU.</summary>
    /// <param name="stream">Can seek; read from its start.</param>
    /// <param name="name">How messages name the file.</param>
    /// <exception cref="DataFormatException">The file is cut off, damaged or not of this format.</exception>
    public static SafeTensorsContent Read(Stream stream, string name)
    {
        try
        {
            return ReadContent(stream, name);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw Damaged(name, "its header is not that of a safetensors file", e);
        }
    }

    private static SafeTensorsContent ReadContent(Stream stream, string name)
    {
        using var header = ReadHeader(stream, name, out var dataStart);
        var metadata = new Dictionary<string, string>();
        var tensors = new Dictionary<string, torch.Tensor>();
        var content = new SafeTensorsContent(metadata, tensors);
        try
        {
            foreach (var entry in header.RootElement.EnumerateObject())
            {
                if (entry.Name != MetadataKey)
                    tensors.Add(entry.Name, ReadTensor(stream, name, entry, dataStart));
                else
                    foreach (var item in entry.Value.EnumerateObject())
                        metadata.Add(item.Name, item.Value.GetString() ?? "");
            }

            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private static JsonDocument ReadHeader(Stream stream, string name, out long dataStart)
    {
        var prefix = new byte[8];
        if (stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) < 8)
            throw Damaged(name, $"it has {stream.Length} bytes, and a safetensors file has at least 8");
        var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length is < 2 or > GreatestHeader || length > stream.Length - 8)
            throw Damaged(name, $"its header should have {length:N0} bytes, and the file has {stream.Length:N0}");
        var header = new byte[length];
        stream.ReadExactly(header);
        dataStart = 8 + length;
        return JsonDocument.Parse(header);
    }

    private static torch.Tensor ReadTensor(Stream stream, string name, JsonProperty entry, long dataStart)
    {
        var type = Array.Find(Types, type => type.Name == entry.Value.GetProperty("dtype").GetString());
        if (type.Name is null)
            throw Damaged(name, $"'{entry.Name}' is of type '{entry.Value.GetProperty("dtype").GetString()}', which is unknown here");
        long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        var offsets = entry.Value.GetProperty("data_offsets");
        var (start, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var expected = shape.Aggregate((Int128)type.Size, (bytes, size) => size < 0 ? -1 : Int128.Min(bytes * size, long.MaxValue));
        if (start < 0 || end - start != expected)
            throw Damaged(name, $"'{entry.Name}' of shape {string.Join(" x ", shape)} should have {expected} bytes and has {end - start}");
        if (dataStart + end > stream.Length)
            throw Damaged(name, $"it ends within '{entry.Name}': {stream.Length:N0} of at least {dataStart + end:N0} bytes");
        var tensor = torch.empty(shape, dtype: type.Type).DetachFromDisposeScope();
        stream.Position = dataStart + start;
        stream.ReadExactly(tensor.bytes);
        return tensor;
    }

    private static DataFormatException Damaged(string name, string fact, Exception? inner = null) =>
        new($"{name}: the file is damaged: {fact}. Restore it from a copy, or make it again.", inner);
}
