using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Framework.Components.Transforms;

/// <summary>Separable resampling of (y, x) planes by precomputed weights: rows first, one output row at a time, so that what lies between stays in the cache.</summary>
internal sealed class Resampling(AxisWeights rows, AxisWeights columns)
{
    public bool Fits(int height, int width) => rows.From == height && columns.From == width;

    /// <summary>Resamples every (y, x) plane of <paramref name="from"/> into the planes of <paramref name="to"/>.</summary>
    public void Apply(ReadOnlySpan<float> from, Span<float> to)
    {
        var (planeFrom, planeTo) = (rows.From * columns.From, rows.To * columns.To);
        // A row of weights is longer than its count: what it meets behind the last column is 0 and counts 0 times.
        var buffer = ArrayPool<float>.Shared.Rent(columns.From + columns.Stride);
        var line = buffer.AsSpan(0, columns.From + columns.Stride);
        line[columns.From..].Clear();
        for (var plane = 0; plane < from.Length / planeFrom; plane++)
        {
            for (var y = 0; y < rows.To; y++)
            {
                MixRows(from.Slice(plane * planeFrom, planeFrom), y, line[..columns.From]);
                MixColumns(line, to.Slice((plane * planeTo) + (y * columns.To), columns.To));
            }
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    // Four vectors at a time: each weight is spread over a vector once for all four.
    private void MixRows(ReadOnlySpan<float> plane, int y, Span<float> line)
    {
        var weights = rows.Row(y)[..rows.Count[y]];
        ref var from = ref MemoryMarshal.GetReference(plane[(rows.Start[y] * line.Length)..]);
        ref var to = ref MemoryMarshal.GetReference(line);
        var (width, step) = ((nuint)line.Length, (nuint)Vector<float>.Count);
        nuint x = 0;
        for (; x + (4 * step) <= width; x += 4 * step)
        {
            var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            var at = x;
            for (var k = 0; k < weights.Length; k++, at += width)
            {
                var weight = new Vector<float>(weights[k]);
                a = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref from, at), weight, a);
                b = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref from, at + step), weight, b);
                c = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref from, at + (2 * step)), weight, c);
                d = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref from, at + (3 * step)), weight, d);
            }

            a.StoreUnsafe(ref to, x);
            b.StoreUnsafe(ref to, x + step);
            c.StoreUnsafe(ref to, x + (2 * step));
            d.StoreUnsafe(ref to, x + (3 * step));
        }

        for (; x < width; x++)
        {
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
                sum = MathF.FusedMultiplyAdd(Unsafe.Add(ref from, ((nuint)k * width) + x), weights[k], sum);
            line[(int)x] = sum;
        }
    }

    private void MixColumns(ReadOnlySpan<float> line, Span<float> to)
    {
        ref var pixels = ref MemoryMarshal.GetReference(line);
        ref var weights = ref MemoryMarshal.GetReference(columns.Row(0));
        ref var starts = ref MemoryMarshal.GetArrayDataReference(columns.Start);
        ref var result = ref MemoryMarshal.GetReference(to);
        var (stride, x) = (columns.Stride, 0);
        for (; Avx.IsSupported && x <= to.Length - 4; x += 4)
        {
            var a = Products(ref Unsafe.Add(ref pixels, Unsafe.Add(ref starts, x)), ref Unsafe.Add(ref weights, x * stride), stride);
            var b = Products(ref Unsafe.Add(ref pixels, Unsafe.Add(ref starts, x + 1)), ref Unsafe.Add(ref weights, (x + 1) * stride), stride);
            var c = Products(ref Unsafe.Add(ref pixels, Unsafe.Add(ref starts, x + 2)), ref Unsafe.Add(ref weights, (x + 2) * stride), stride);
            var d = Products(ref Unsafe.Add(ref pixels, Unsafe.Add(ref starts, x + 3)), ref Unsafe.Add(ref weights, (x + 3) * stride), stride);
            var sums = Avx.HorizontalAdd(Avx.HorizontalAdd(a, b), Avx.HorizontalAdd(c, d));
            (sums.GetLower() + sums.GetUpper()).StoreUnsafe(ref result, (nuint)x);
        }

        for (; x < to.Length; x++)
            to[x] = Vector256.Sum(Products(ref Unsafe.Add(ref pixels, columns.Start[x]), ref Unsafe.Add(ref weights, x * stride), stride));
    }

    // What makes an output column, in eight parts that are yet to be added.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Products(ref float pixels, ref float weights, int stride)
    {
        var sum = Vector256.LoadUnsafe(ref pixels) * Vector256.LoadUnsafe(ref weights);
        for (nuint k = 8; k < (nuint)stride; k += 8)
            sum += Vector256.LoadUnsafe(ref pixels, k) * Vector256.LoadUnsafe(ref weights, k);
        return sum;
    }
}
