using System.Buffers.Binary;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.Weights;

/// <summary>A tensor that lies in a file of weights and is read from there when it is copied.</summary>
public sealed class StoredTensor
{
    private const long ChunkBytes = 1 << 28;
    private readonly MappedFile _file;
    private readonly TensorPlace _place;
    private readonly long[] _shape;
    private readonly long[] _strides;

    /// <param name="file">Holds it.</param>
    /// <param name="place">Where its first element begins; the caller has checked that the last lies in the file too.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="strides">Steps between elements along each axis, in elements.</param>
    internal StoredTensor(MappedFile file, TensorPlace place, long[] shape, long[] strides) =>
        (_file, _place, _shape, _strides, ElementSize) = (file, place, shape, strides, SizeOf(place.Type));

    /// <summary>The type of an element.</summary>
    public ScalarType Type => _place.Type;

    /// <summary>Its shape; empty for a single number.</summary>
    public IReadOnlyList<long> Shape => _shape;

    /// <summary>Number of elements.</summary>
    public long Elements => _shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>Bytes of an element.</summary>
    internal int ElementSize { get; }

    /// <summary>Copies the elements into a tensor of the same shape on the CPU, converting the type where it is another.</summary>
    internal void CopyTo(Tensor target)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        if (target.dtype == Type && target.is_contiguous() && IsContiguous && !_place.BigEndian)
            Read(target.view(-1));
        else
            target.copy_(Stored());
    }

    /// <summary>Steps of a tensor of this shape whose elements lie back to back, the last axis first.</summary>
    internal static long[] ContiguousStrides(long[] shape)
    {
        var strides = new long[shape.Length];
        var step = 1L;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = step;
            step *= Math.Max(1, shape[axis]);
        }

        return strides;
    }

    /// <summary>How many elements lie from the first to the last, both included; 0 where there are none.</summary>
    internal static Int128 Extent(long[] shape, long[] strides) => shape.Contains(0)
        ? 0
        : shape.Zip(strides, (size, stride) => (Int128)(size - 1) * stride).Aggregate((Int128)1, (sum, steps) => sum + steps);

    internal static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Float64 or ScalarType.Int64 => 8,
        ScalarType.Float32 or ScalarType.Int32 => 4,
        ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Int16 => 2,
        _ => 1,
    };

    private bool IsContiguous => Elements <= 1 || ContiguousStrides(_shape).Zip(_strides, _shape).All(axis => axis.Third == 1 || axis.First == axis.Second);

    private Tensor Stored()
    {
        var flat = empty((long)Extent(_shape, _strides), dtype: Type);
        Read(flat);
        return flat.as_strided(_shape, _strides);
    }

    private void Read(Tensor flat)
    {
        var chunk = ChunkBytes / ElementSize;
        for (long done = 0; done < flat.numel(); done += chunk)
        {
            using var part = flat.narrow(0, done, Math.Min(chunk, flat.numel() - done));
            var bytes = part.bytes;
            _file.Bytes(_place.Start + (done * ElementSize), bytes.Length).CopyTo(bytes);
            if (_place.BigEndian)
                Reverse(bytes);
        }
    }

    private void Reverse(Span<byte> bytes)
    {
        if (ElementSize == 2)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, short>(bytes), MemoryMarshal.Cast<byte, short>(bytes));
        else if (ElementSize == 4)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, int>(bytes), MemoryMarshal.Cast<byte, int>(bytes));
        else if (ElementSize == 8)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, long>(bytes), MemoryMarshal.Cast<byte, long>(bytes));
    }
}
