using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Framework.Sdk;

/// <summary>Linear interpolation along a line inside a view, eight voxels at a time.</summary>
/// <remarks>
/// Places are float32 relative to a voxel near the block, whose own place is float64: no precision is lost far from the origin. Neighbours
/// along x lie side by side in memory, so that one 64-bit load fetches both; of a view along other axes they are fetched one by one.
/// </remarks>
internal static unsafe class LinearKernel
{
    /// <summary>The fewest voxels it can do.</summary>
    public const int Block = 8;

    private static Vector256<float> Lanes => Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);

    // A volume is over before tiered compilation would have found this loop to be hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(GridView view, int start, SampledLine line, int from, Span<float> row)
    {
        fixed (float* values = view.Image.Buffer, result = row)
        {
            var flat = line.IsInSlice || view.Size.Z == 1;
            for (var i = 0; i < row.Length; i += Block)
            {
                var at = Math.Min(i, row.Length - Block); // the last block goes over some voxels twice
                var place = line.At(from + at);
                var x = Axis(place.X, line.Step.X, view.Size.X, out var firstX, out var shareX);
                var y = Axis(place.Y, line.Step.Y, view.Size.Y, out var firstY, out var shareY);
                var (z, firstZ, shareZ) = (Vector256<int>.Zero, (int)Math.Round(place.Z), Vector256<float>.Zero);
                if (!flat)
                    z = Axis(place.Z, line.Step.Z, view.Size.Z, out firstZ, out shareZ);
                var source = values + start + ((long)firstX * view.Step.X) + ((long)firstY * view.Step.Y) + ((long)firstZ * view.Step.Z);
                var index = (x * view.Step.X) + (y * view.Step.Y) + (z * view.Step.Z);
                var lower = Plane(source, index, view.Step, shareX, shareY);
                var value = flat ? lower : Mix(lower, Plane(source + view.Step.Z, index, view.Step, shareX, shareY), shareZ);
                value.Store(result + at);
            }
        }
    }

    // Lower neighbours relative to the first one, and the upper neighbours' shares.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Axis(double place, double step, int size, out int first, out Vector256<float> share)
    {
        first = (int)Math.Floor(place);
        var position = Vector256.Create((float)(place - first)) + (Lanes * (float)step);
        position = Vector256.Min(Vector256.Max(position, Vector256.Create((float)-first)), Vector256.Create((float)(size - 1 - first)));
        var lower = Vector256.Min(Vector256.Floor(position), Vector256.Create((float)(size - 2 - first)));
        share = position - lower;
        return Vector256.ConvertToInt32(lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Plane(float* source, Vector256<int> index, (int X, int Y, int Z) step, Vector256<float> shareX, Vector256<float> shareY)
    {
        var (a, b) = Pairs(source, index, step.X);
        var (c, d) = Pairs(source + step.Y, index, step.X);
        return Mix(Mix(a, b, shareX), Mix(c, d, shareX), shareY);
    }

    // The values at the index and after it along x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Left, Vector256<float> Right) Pairs(float* source, Vector256<int> index, int step)
    {
        if (!Avx2.IsSupported)
            return (Gather(source, index), Gather(source + step, index));
        if (step != 1)
            return (Avx2.GatherVector256(source, index, sizeof(float)), Avx2.GatherVector256(source + step, index, sizeof(float)));
        // Lanes 0 1 4 5 and 2 3 6 7: the shuffles below put them back in order.
        var order = Vector256.Shuffle(index, Vector256.Create(0, 1, 4, 5, 2, 3, 6, 7));
        var first = Avx2.GatherVector256((double*)source, order.GetLower(), sizeof(float)).AsSingle();
        var second = Avx2.GatherVector256((double*)source, order.GetUpper(), sizeof(float)).AsSingle();
        return (Avx.Shuffle(first, second, 0x88), Avx.Shuffle(first, second, 0xDD));
    }

    private static Vector256<float> Gather(float* source, Vector256<int> index)
    {
        var result = Vector256<float>.Zero;
        for (var lane = 0; lane < Block; lane++)
            result = result.WithElement(lane, source[index[lane]]);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Mix(Vector256<float> a, Vector256<float> b, Vector256<float> share) => Vector256.FusedMultiplyAdd(b - a, share, a);
}
