using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

/// <summary>Float64 tensors from and to plain numbers.</summary>
internal static class Numbers
{
    public static Tensor Of(long[] shape, params double[] values) => tensor(values, shape, ScalarType.Float64);

    public static Tensor Row(params double[] values) => Of([values.Length], values);

    public static Tensor Classes(params long[] values) => tensor(values, [values.Length], ScalarType.Int64);

    /// <summary>Numbers in ± 1 that are the same in every run, and no two the same.</summary>
    public static Tensor Scattered(long[] shape, long number = 7)
    {
        var values = OracleNumbers.Uniform(number, (int)shape.Aggregate(1L, (product, size) => product * size));
        return Of(shape, [.. values.Select(value => 2 * value - 1)]);
    }

    public static double[] Values(this Tensor tensor)
    {
        using var flat = tensor.detach().to(ScalarType.Float64).contiguous();
        return flat.data<double>().ToArray();
    }

    public static void AssertClose(double[] expected, double[] actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"element {i}: expected {expected[i]:R}, got {actual[i]:R}");
    }

    public static void AssertClose(double[] expected, Tensor actual, double tolerance = 1e-12) => AssertClose(expected, actual.Values(), tolerance);

    /// <summary>Gives a module's parameters values that are the same in every run.</summary>
    public static T Settled<T>(this T module) where T : nn.Module
    {
        module.@double();
        using var quiet = no_grad();
        var number = 100L;
        foreach (var parameter in module.parameters())
        {
            using var values = Scattered(parameter.shape, number++);
            parameter.copy_(values);
        }
        return module;
    }
}
