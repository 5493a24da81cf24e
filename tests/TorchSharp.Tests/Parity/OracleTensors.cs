using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Parity;

/// <summary>The tensors of the reference figures, which are filled by formula: see <c>../shared/oracle/make_oracles.py</c>.</summary>
internal static class OracleTensors
{
    private const long FirstInput = 1_000_000;

    /// <summary>An input of variance 1: uniform in ± sqrt(3).</summary>
    public static Tensor Input(long[] shape, long extra = 0, long @base = 0) =>
        Symmetric(OracleNumbers.Uniform(@base + FirstInput + extra, (int)Count(shape)), Math.Sqrt(3)).Shaped(shape, ScalarType.Float32);

    /// <summary>Fills a module's parameters and buffers, numbered by their place among the names given (PyTorch's order, not TorchSharp's).</summary>
    public static void Fill(nn.Module module, IReadOnlyList<string> names, long @base = 0)
    {
        var state = module.state_dict();
        Assert.Equal(names.Order(StringComparer.Ordinal), state.Keys.Order(StringComparer.Ordinal));
        using var quiet = no_grad();
        for (var place = 0; place < names.Count; place++)
        {
            var target = state[names[place]];
            using var values = State(names[place], target.shape, @base + place).Shaped(target.shape, ScalarType.Float32);
            target.copy_(values);
        }
    }

    /// <summary>The values of a parameter or buffer.</summary>
    public static double[] State(string name, long[] shape, long number)
    {
        var values = OracleNumbers.Uniform(number, (int)Count(shape));
        if (name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
            return new double[values.Length];
        if (name.EndsWith("running_var", StringComparison.Ordinal))
            return [.. values.Select(value => 0.5 + value)];
        if (name.EndsWith("running_mean", StringComparison.Ordinal) || name.EndsWith("bias", StringComparison.Ordinal)
            || name.Split('.')[^1].Contains("bias_", StringComparison.Ordinal))
            return Symmetric(values, 0.1);
        if (shape.Length == 1)
            return [.. values.Select(value => 0.5 + value)];
        return Symmetric(values, Math.Sqrt(6.0 / Count(shape[1..])));
    }

    private static double[] Symmetric(double[] values, double bound) => [.. values.Select(value => bound * (2 * value - 1))];

    private static long Count(long[] shape) => shape.Aggregate(1L, (product, size) => product * size);

    private static Tensor Shaped(this double[] values, long[] shape, ScalarType type)
    {
        using var doubles = tensor(values, shape, ScalarType.Float64);
        return doubles.to(type);
    }
}
