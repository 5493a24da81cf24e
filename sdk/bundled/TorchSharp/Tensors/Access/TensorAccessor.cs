using System.Collections;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in host memory, read and written in place, last index fastest.</summary>
public sealed unsafe partial class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor tensor;
    private readonly T* memory;
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        memory = (T*)tensor.HostPointer();
        this.tensor = tensor;
        shape = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get => Start[Offset(indices)];
        set => Start[Offset(indices)] = value;
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Equals(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !left.Equals(right);

    /// <summary>Equal elements in the same order.</summary>
    public override bool Equals(object? obj) =>
        obj is TensorAccessor<T> other && (ReferenceEquals(this, other) || (Count == other.Count && this.SequenceEqual(other)));

    public override int GetHashCode() => tensor.GetHashCode();

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
            yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the memory is the tensor's.</summary>
    public void Dispose()
    {
    }

    private T* Start => tensor.Handle != 0 ? memory : null;

    private T At(long i) => Start[contiguous ? i : Scattered(i)];

    // One index counts through all elements where the tensor has several dimensions.
    private long Offset(long[] indices)
    {
        if (indices.Length == 1 && shape.Length != 1)
            return contiguous ? Checked(indices[0], Count) : Scattered(Checked(indices[0], Count));
        if (indices.Length != shape.Length)
            throw new ArgumentException($"The tensor has {shape.Length} dimensions; {indices.Length} indices are given.");
        var offset = 0L;
        for (var d = 0; d < shape.Length; d++)
            offset += Checked(indices[d], shape[d]) * strides[d];
        return offset;
    }

    private long Scattered(long i)
    {
        var offset = 0L;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            offset += i % shape[d] * strides[d];
            i /= shape[d];
        }
        return offset;
    }

    private static long Checked(long index, long size) => (ulong)index < (ulong)size
        ? index
        : throw new IndexOutOfRangeException($"The index {index} is not in a dimension of size {size}.");
}
