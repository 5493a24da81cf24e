using static TorchSharp.torch;

namespace Framework.Components.Tests.Models;

/// <summary>Tensors as rows of doubles, for arithmetic by hand.</summary>
internal static class Doubles
{
    /// <summary>A module's parameters by name; a vector is one row.</summary>
    public static Dictionary<string, double[][]> Of(nn.Module module) =>
        module.state_dict().ToDictionary(each => each.Key, each => Of(each.Value));

    public static double[][] Of(Tensor matrix)
    {
        using var doubles = matrix.detach().to(ScalarType.Float64).contiguous();
        return [.. doubles.data<double>().ToArray().Chunk((int)matrix.shape[^1])];
    }

    /// <summary>A linear layer: weight times vector plus bias.</summary>
    public static double[] Affine(Dictionary<string, double[][]> state, string layer, double[] vector) =>
        [.. state[$"{layer}.weight"].Select((row, i) => row.Zip(vector, (weight, value) => weight * value).Sum() + state[$"{layer}.bias"][0][i])];

    public static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (theirs, ours) in expected.Zip(actual))
            Assert.Equal(theirs, ours, tolerance);
    }
}
