using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Framework.Sdk;

/// <summary>Sums of rows, and of the columns of a row, by weights.</summary>
internal static class WeightedRows
{
    /// <summary>The weighted sum of rows that begin at <paramref name="first"/> and every <paramref name="step"/> values after it.</summary>
    public static void Mix(ReadOnlySpan<float> source, int first, int step, ReadOnlySpan<float> weights, Span<float> line)
    {
        if (weights.IsEmpty)
        {
            line.Clear();
            return;
        }

        // Both ends are looked at once, so that the loop need not.
        _ = source[first];
        _ = source[first + ((weights.Length - 1) * step) + line.Length - 1];
        Sum(ref Unsafe.Add(ref MemoryMarshal.GetReference(source), first), step, weights, line);
    }

    // Four vectors at a time: each weight is spread over a vector once for all four.
    private static void Sum(ref float from, nint step, ReadOnlySpan<float> weights, Span<float> line)
    {
        ref var to = ref MemoryMarshal.GetReference(line);
        var (width, count) = (line.Length, Vector<float>.Count);
        nint x = 0;
        for (; x + (4 * count) <= width; x += 4 * count)
        {
            var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            for (var k = 0; k < weights.Length; k++)
            {
                ref var at = ref Unsafe.Add(ref from, x + (k * step));
                var weight = new Vector<float>(weights[k]);
                a = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref at), weight, a);
                b = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref at, (nuint)count), weight, b);
                c = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref at, (nuint)(2 * count)), weight, c);
                d = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref at, (nuint)(3 * count)), weight, d);
            }

            a.StoreUnsafe(ref to, (nuint)x);
            b.StoreUnsafe(ref to, (nuint)(x + count));
            c.StoreUnsafe(ref to, (nuint)(x + (2 * count)));
            d.StoreUnsafe(ref to, (nuint)(x + (3 * count)));
        }

        for (; x < width; x++)
        {
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
                sum = MathF.FusedMultiplyAdd(Unsafe.Add(ref from, (k * step) + x), weights[k], sum);
            line[(int)x] = sum;
        }
    }

    /// <summary>For each new column the weighted sum of old ones; the line goes on with zeros for a row of weights.</summary>
    public static void Columns(ReadOnlySpan<float> line, AxisWeights columns, Span<float> to)
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

    // What makes a new column, in eight parts that are yet to be added.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Products(ref float pixels, ref float weights, int stride)
    {
        var sum = Vector256.LoadUnsafe(ref pixels) * Vector256.LoadUnsafe(ref weights);
        for (nuint k = 8; k < (nuint)stride; k += 8)
            sum += Vector256.LoadUnsafe(ref pixels, k) * Vector256.LoadUnsafe(ref weights, k);
        return sum;
    }
}
