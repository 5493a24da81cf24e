using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Short ways to make small tensors and to read them.</summary>
internal static class Values
{
    public static float[] Floats(this Tensor tensor) => tensor.to(ScalarType.Float32).data<float>().ToArray();

    public static double[] Doubles(this Tensor tensor) => tensor.to(ScalarType.Float64).data<double>().ToArray();

    public static long[] Longs(this Tensor tensor) => tensor.to(ScalarType.Int64).data<long>().ToArray();

    public static bool[] Bools(this Tensor tensor) => tensor.data<bool>().ToArray();

    /// <summary>0, 1, 2, ... in the given shape.</summary>
    public static Tensor Counting(params long[] shape) => torch.arange(shape.TotalSize(), dtype: ScalarType.Float32).reshape(shape);

    public static void Equal(double[] expected, Tensor actual, int digits = 6)
    {
        var values = actual.Doubles();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], values[i], digits);
    }
}
