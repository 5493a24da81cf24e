using static TorchSharp.torch;

namespace TorchSharp;

// TorchSharp's own format: the element type, the number of dimensions and each size as 7-bit encoded integers, then the elements as they lie in memory.
public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor in TorchSharp's own format: type and shape as 7-bit encoded integers, then the elements.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt((int)tensor.dtype);
        writer.Write7BitEncodedInt((int)tensor.Dimensions);
        foreach (var size in tensor.shape)
            writer.Write7BitEncodedInt64(size);
        writer.Flush();
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads a tensor that Save wrote; null if it is only to be skipped.</summary>
    /// <exception cref="InvalidDataException">What stands there is no tensor.</exception>
    /// <exception cref="EndOfStreamException">The data are cut off.</exception>
    public static Tensor Load(this BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (skip)
        {
            Skip(reader, shape.TotalSize() * type.ElementSize());
            return null!;
        }
        var tensor = torch.empty(shape, type, CPU);
        tensor.ReadBytesFromStream(reader.BaseStream);
        return tensor;
    }

    /// <summary>Reads into a tensor, which must have the type and shape of what was saved.</summary>
    /// <exception cref="ArgumentException">Type or shape differ.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false) => Load(ref tensor, reader, skip);

    /// <inheritdoc cref="Load(Tensor, BinaryReader, bool)"/>
    public static void Load(ref Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (skip)
        {
            Skip(reader, shape.TotalSize() * type.ElementSize());
            return;
        }
        if (type != tensor.dtype || !shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException(
                $"The saved tensor is {type} [{string.Join(", ", shape)}]; the one to load into is {tensor.dtype} [{string.Join(", ", tensor.shape)}]. "
                + "Load into the model that was saved.");
        tensor.ReadBytesFromStream(reader.BaseStream);
    }

    // A header that promises more than the stream has left is refused before anything is allocated.
    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt();
        if (!Enum.IsDefined(type))
            throw new InvalidDataException($"{(int)type} is no element type. The file is damaged or holds no tensor.");
        var dimensions = reader.Read7BitEncodedInt();
        if (dimensions is < 0 or > 64)
            throw new InvalidDataException($"A tensor cannot have {dimensions} dimensions. The file is damaged or holds no tensor.");
        var shape = new long[dimensions];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.Read7BitEncodedInt64();
        RequireBytes(reader.BaseStream, shape, type.ElementSize());
        return (type, shape);
    }

    private static void RequireBytes(Stream stream, long[] shape, int elementSize)
    {
        var needed = shape.Aggregate((System.Numerics.BigInteger)elementSize, (product, size) => product * size);
        if (shape.Any(size => size < 0) || needed > long.MaxValue)
            throw new InvalidDataException($"A tensor cannot have the shape [{string.Join(", ", shape)}]. The file is damaged or holds no tensor.");
        if (stream.CanSeek && needed > stream.Length - stream.Position)
            throw new EndOfStreamException(
                $"The elements need {needed} bytes; {stream.Length - stream.Position} are left. The file is cut off; write it again.");
    }

    private static void Skip(BinaryReader reader, long bytes)
    {
        if (reader.BaseStream.CanSeek)
            reader.BaseStream.Seek(bytes, SeekOrigin.Current);
        else
            for (; bytes > 0; bytes -= Math.Min(bytes, 4096))
                reader.ReadBytes((int)Math.Min(bytes, 4096));
    }
}
