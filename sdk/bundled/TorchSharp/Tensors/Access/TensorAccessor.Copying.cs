namespace TorchSharp.Utils;

public sealed unsafe partial class TensorAccessor<T>
{
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>An array of the tensor's shape; a tensor of no dimensions gives an array of one element.</summary>
    public Array ToNDArray()
    {
        var array = Array.CreateInstance(typeof(T), shape.Length == 0 ? [1] : shape);
        var i = 0L;
        var indices = new long[array.Rank];
        foreach (var value in this)
        {
            Unravel(i++, array, indices);
            array.SetValue(value, indices);
        }
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Fills the rest of the array from the tensor's element <paramref name="tensorIndex"/> on, as far as both go.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Count - tensorIndex);
        if (contiguous)
            new ReadOnlySpan<T>(Start + tensorIndex, count).CopyTo(target);
        else
            for (var i = 0; i < count; i++)
                target[i] = At(tensorIndex + i);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Fills the tensor from its element <paramref name="tensorIndex"/> on with the rest of the array, as far as both go.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Count - tensorIndex);
        if (contiguous)
            source[..count].CopyTo(new Span<T>(Start + tensorIndex, count));
        else
            for (var i = 0; i < count; i++)
                Start[Scattered(tensorIndex + i)] = source[i];
    }

    private static void Unravel(long i, Array array, long[] indices)
    {
        for (var d = array.Rank - 1; d >= 0; d--)
        {
            indices[d] = i % array.GetLongLength(d);
            i /= array.GetLongLength(d);
        }
    }
}
