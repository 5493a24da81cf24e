using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    private void MixRows(ReadOnlySpan<float> plane, int y, Span<float> line)
    {
        var width = line.Length;
        var weights = rows.Row(y)[..rows.Count[y]];
        ref var first = ref MemoryMarshal.GetReference(plane[(rows.Start[y] * width)..]);
        var x = 0;
        for (; x <= width - Vector<float>.Count; x += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            for (var k = 0; k < weights.Length; k++)
                sum = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref first, (nuint)((k * width) + x)), new Vector<float>(weights[k]), sum);
            sum.CopyTo(line[x..]);
        }

        for (; x < width; x++)
        {
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
                sum += plane[((rows.Start[y] + k) * width) + x] * weights[k];
            line[x] = sum;
        }
    }

    private void MixColumns(ReadOnlySpan<float> line, Span<float> to)
    {
        ref var pixels = ref MemoryMarshal.GetReference(line);
        ref var weights = ref MemoryMarshal.GetReference(columns.Row(0));
        for (var x = 0; x < to.Length; x++)
        {
            var (start, row) = ((nuint)columns.Start[x], (nuint)(x * columns.Stride));
            var sum = Vector256.LoadUnsafe(ref pixels, start) * Vector256.LoadUnsafe(ref weights, row);
            for (var k = 8; k < columns.Count[x]; k += 8)
                sum += Vector256.LoadUnsafe(ref pixels, start + (nuint)k) * Vector256.LoadUnsafe(ref weights, row + (nuint)k);
            to[x] = Vector256.Sum(sum);
        }
    }
}
